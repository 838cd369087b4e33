/// Which rows of a part a question is about: those of its range that its filters let through.
struct ReportSelection: Sendable {
    let range: Range<Milliseconds>
    let filters: [FilterTable]
    /// The rows of the part that was looked at last, in their order; only the first `count` say something.
    private(set) var rows: [UInt32] = []
    private(set) var count = 0

    init(range: Range<Milliseconds>, filters: [FilterTable]) {
        self.range = range
        self.filters = filters
    }

    var columns: [FactColumn] { filters.map(\.column) }

    /// - Parameter stretch: which of the part's rows may count, within the range.
    mutating func look(at part: FactPart, within stretch: Range<Milliseconds>) throws(FactError) {
        let all = part.rows(in: stretch)
        count = all.count
        if rows.count < count { rows = [UInt32](repeating: 0, count: count) }
        for place in 0..<count { rows[place] = UInt32(truncatingIfNeeded: all.lowerBound + place) }
        for filter in filters where count > 0 { count = try filter.keep(&rows, count, of: part) }
    }
}
