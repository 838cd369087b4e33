/// A part of which some moments were read again: the rows of those take the place of the ones it had.
struct FactSplice: Sendable {
    let stretch: FactStretch
    /// What is stored of it now.
    private let part: FactPart
    private let columns: FactColumns
    private let ranges: [Range<Milliseconds>]
    private let fresh: FactDraft

    /// So many rows between two moments are read again with them, which costs no more than to ask twice.
    private static let nearRows = 16

    /// - Throws: `FactError.damaged` when the part is not what it says.
    init(_ part: FactPart) throws(FactError) {
        self.init(part, try FactColumns(part), [], FactDraft(part.subject))
    }

    private init(
        _ part: FactPart, _ columns: FactColumns, _ ranges: [Range<Milliseconds>], _ fresh: FactDraft
    ) {
        stretch = FactStretch(part.subject, part.from..<part.to)
        self.part = part
        self.columns = columns
        self.ranges = ranges
        self.fresh = fresh
    }

    /// - Parameter fresh: all rows of the ranges, which are those that `ranges(of:)` has named.
    func with(_ fresh: FactDraft, of ranges: [Range<Milliseconds>]) -> FactSplice {
        FactSplice(part, columns, ranges, fresh)
    }

    /// What is to be read again when something has changed at moments of the part: in their order, none of them empty.
    func ranges(of moments: Set<Milliseconds>) -> [Range<Milliseconds>] {
        moments.sorted().reduce(into: []) { ranges, moment in
            if let last = ranges.last, part.rows(in: last.upperBound..<moment).count <= Self.nearRows {
                ranges[ranges.count - 1] = last.lowerBound..<moment + 1
            } else {
                ranges.append(moment..<moment + 1)
            }
        }
    }

    /// From the first to the last moment that was read again.
    var reach: FactStretch {
        guard let first = ranges.first, let last = ranges.last else { return stretch }
        return FactStretch(stretch.subject, first.lowerBound..<last.upperBound)
    }

    /// All rows as they are now.
    func merged(_ coding: FactCoding) -> FactColumns {
        let fresh = coding.coded(self.fresh)
        var merged = FactColumns()
        var (kept, read) = (0, 0)
        for range in ranges {
            merged.append(kept..<part.moments.firstRow(at: range.lowerBound), of: columns)
            let end = fresh.moments[read...].firstIndex { $0 >= range.upperBound } ?? fresh.rows
            merged.append(read..<end, of: fresh)
            (kept, read) = (part.moments.firstRow(at: range.upperBound), end)
        }
        merged.append(kept..<part.rows, of: columns)
        return merged
    }

    /// What of the stored part is otherwise in `merged`, which has to fit into it; nil: nothing is.
    func mend(_ merged: FactColumns) -> FactBuild.Mend? {
        let new = merged.stored(from: part.from)
        let written = new.filter { part.blobs[$0.name] != $0.data }
        let gone = Set(part.blobs.keys).subtracting(new.map(\.name)).sorted()
        guard !written.isEmpty || !gone.isEmpty || merged.rows != part.rows else { return nil }
        return FactBuild.Mend(stretch: stretch, rows: merged.rows, written: written, gone: gone)
    }
}
