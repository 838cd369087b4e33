/// One line of a chart: a value, or a gap, for each of the chart's labels.
struct ChartSeries: Hashable, Sendable {
    let name: String
    let values: [Double?]
    /// Whether it is an earlier time that the others are held against.
    let isComparison: Bool
    /// Whether it is all that has no line of its own.
    let isOther: Bool

    init(_ name: String, _ values: [Double?], isComparison: Bool = false, isOther: Bool = false) {
        self.name = name
        self.values = values.map { value in value.flatMap { $0.isFinite ? $0 : nil } }
        self.isComparison = isComparison
        self.isOther = isOther
    }
}
