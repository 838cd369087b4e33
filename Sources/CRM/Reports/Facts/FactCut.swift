/// Cuts rows into parts.
enum FactCut {
    typealias Piece = (range: Range<Milliseconds>, rows: Range<Int>)

    /// As many parts as rows need that happened at `moments`, within a stretch of time that they fill from its
    /// beginning to its end: what `FactBuilder` makes of a stretch that it reads.
    static func pieces(
        of moments: [Milliseconds], in range: Range<Milliseconds>, partRows: Int
    ) -> [Piece] {
        var pieces: [Piece] = []
        var (start, row) = (range.lowerBound, 0)
        while row < moments.count {
            guard moments.count - row > partRows else {
                pieces.append((start..<range.upperBound, row..<moments.count))
                break
            }
            // What happened at the same moment stays together: there is no place between.
            let last = moments[row + partRows]
            var cut = row + partRows
            while cut > row, moments[cut - 1] == last { cut -= 1 }
            var end = last
            if cut == row {
                end = last + 1
                cut = moments[row...].firstIndex { $0 > last } ?? moments.count
            }
            pieces.append((start..<end, row..<cut))
            (start, row) = (end, cut)
        }
        return pieces
    }
}
