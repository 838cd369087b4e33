/// Where the parts of a day lie.
struct FactPlaces: Sendable {
    private let day: Range<Milliseconds>
    /// In their order.
    private let parts: [FactPlace]

    init(_ day: Range<Milliseconds>, _ parts: [FactPlace]) {
        self.day = day
        self.parts = parts
    }

    /// The part that a moment lies in, or what there is between two of them, which has no rows.
    func place(of moment: Milliseconds) -> FactPlace {
        var (low, high) = (0, parts.count)
        while low < high {
            let middle = (low + high) / 2
            if parts[middle].range.upperBound <= moment { low = middle + 1 } else { high = middle }
        }
        let start = low > 0 ? parts[low - 1].range.upperBound : day.lowerBound
        guard low < parts.count else { return FactPlace(range: start..<day.upperBound, rows: 0) }
        let next = parts[low]
        return next.range.contains(moment)
            ? next : FactPlace(range: start..<next.range.lowerBound, rows: 0)
    }
}
