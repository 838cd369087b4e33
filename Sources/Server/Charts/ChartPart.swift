/// One bar, slice or step of a chart.
struct ChartPart: Hashable, Sendable {
    let label: String
    let value: Double
    /// Whether it stands for all that is not shown by itself.
    let isOther: Bool

    init(_ label: String, _ value: Double, isOther: Bool = false) {
        self.label = label
        self.value = value.isFinite ? value : 0
        self.isOther = isOther
    }
}
