/// How many facts each of some rows stands for: one, except where they were rolled up.
struct ReportWeights: Sendable {
    /// Nothing where each row stands for itself.
    private let weights: [UInt32]
    let sum: Int

    init(_ part: FactPart, _ rows: ArraySlice<UInt32>) throws(FactError) {
        guard let counts = try part.counts() else {
            (weights, sum) = ([], rows.count)
            return
        }
        let weights = rows.map { UInt32(truncatingIfNeeded: counts[Int($0)]) }
        self.weights = weights
        sum = weights.reduce(0) { $0 + Int($1) }
    }

    /// Whether each row stands for itself.
    var isEven: Bool { weights.isEmpty }

    /// By the place of the row among those it was made of.
    @inline(__always)
    subscript(place: Int) -> UInt32 { weights.isEmpty ? 1 : weights[place] }
}
