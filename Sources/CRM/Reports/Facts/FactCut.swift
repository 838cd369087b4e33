/// Cuts rows into parts.
enum FactCut {
    typealias Piece = (range: Range<Milliseconds>, rows: Range<Int>)

    /// The first moment after the first part of rows that happened at `moments`, which are in their order; nil when all
    /// of them fit into one.
    ///
    /// What happened at the same moment stays together, for there is no place between: a part that begins with more of
    /// one moment than it may have rows has all of those, and no others.
    static func end(of moments: ArraySlice<Milliseconds>, partRows: Int) -> Milliseconds? {
        guard let first = moments.first, moments.count > partRows else { return nil }
        let next = moments[moments.startIndex + partRows]
        return first < next ? next : next + 1
    }

    /// As many parts as rows need that happened at `moments`, within a stretch of time that they fill from its
    /// beginning to its end.
    static func pieces(
        of moments: [Milliseconds], in range: Range<Milliseconds>, partRows: Int
    ) -> [Piece] {
        var pieces: [Piece] = []
        var (start, row) = (range.lowerBound, 0)
        while row < moments.count {
            let rest = moments[row...]
            let end = Self.end(of: rest, partRows: partRows)
            let cut = end.flatMap { end in rest.firstIndex { $0 >= end } } ?? moments.count
            let next = end ?? range.upperBound
            pieces.append((start..<next, row..<cut))
            (start, row) = (next, cut)
        }
        return pieces
    }
}
