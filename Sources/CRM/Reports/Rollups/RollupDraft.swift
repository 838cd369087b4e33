/// Counts the combinations of a roll-up's columns until they are a block.
struct RollupDraft: Sendable {
    let rollup: Rollup
    /// A combination is a cell, made of one code after the other.
    private var cells = CellTable(limit: .max)
    /// By cell, the row that counts it; -1 where it is none.
    private var rowOfCell: [Int] = []
    private var cellOfRow: [UInt32] = []
    private var counts: [UInt32] = []
    private var amounts: [Int64] = []

    var rows: Int { counts.count }

    init(_ rollup: Rollup) { self.rollup = rollup }

    /// Counts rows of a part, or of a block, which was read with the columns that are `stored`.
    ///
    /// - Parameter source: the code of the roll-up's one source; nil where it has none.
    mutating func take(_ part: FactPart, _ all: Range<Int>, source: UInt32?) throws {
        var codes: [UInt32] = []
        var rows = Array(all)
        if let source {
            guard let sources = try part.codes(rollup.sourceColumn) else { return }
            rows.removeAll { sources[$0] != source }
        }
        guard !rows.isEmpty else { return }
        var places = [UInt32](repeating: 0, count: rows.count)
        for column in rollup.columns {
            if let stored = try part.codes(column) {
                stored.widen(into: &codes)
                for place in places.indices { places[place] = try cells.child(of: places[place], codes[rows[place]]) }
            } else {
                for place in places.indices { places[place] = try cells.child(of: places[place], 0) }
            }
        }
        rowOfCell.append(contentsOf: repeatElement(-1, count: cells.count - rowOfCell.count))
        let (weights, values) = (try part.counts(), rollup.hasAmounts ? try part.values() : nil)
        for (place, row) in rows.enumerated() {
            count(places[place], UInt32(truncatingIfNeeded: weights?[row] ?? 1), values?[row] ?? 0)
        }
    }

    private mutating func count(_ cell: UInt32, _ number: UInt32, _ amount: Int64) {
        let row = rowOfCell[Int(cell)]
        if row >= 0 {
            let (count, isTooMany) = counts[row].addingReportingOverflow(number)
            let (sum, isTooMuch) = amounts[row].addingReportingOverflow(amount)
            if !isTooMany, !isTooMuch {
                (counts[row], amounts[row]) = (count, sum)
                return
            }
            // What no number can hold is in two rows, which whoever reads them adds up.
        }
        rowOfCell[Int(cell)] = counts.count
        cellOfRow.append(cell)
        counts.append(number)
        amounts.append(amount)
    }

    /// The rows in the order of their codes, cut into chunks, and what is stored of each chunk.
    func sorted() -> (chunks: RollupChunks, cells: [[UInt8]]) {
        let codes = codes()
        let order = (0..<rows).sorted { left, right in
            for column in codes where column[left] != column[right] { return column[left] < column[right] }
            return false
        }
        var (chunks, cells) = (RollupChunks(columns: codes.count), [[UInt8]]())
        for start in stride(from: 0, to: rows, by: RollupChunks.mostRows) {
            let own = order[start..<min(start + RollupChunks.mostRows, rows)]
            chunks.append(rows: own.count, first: codes.map { $0[order[start]] })
            cells.append(RollupCells.stored(columns(own, codes), of: rollup))
        }
        return (chunks, cells)
    }

    private func columns(_ rows: ArraySlice<Int>, _ codes: [[UInt32]]) -> [String: [UInt8]] {
        var columns: [String: [UInt8]] = [:]
        for (name, codes) in zip(rollup.columns.map(\.name), codes) + [(FactPart.countsName, counts)] {
            columns[name] = FactCodes.stored(rows.map { codes[$0] }, rows: rows.count)
        }
        if rollup.hasAmounts { columns[FactColumn.value.name] = FactAmounts.stored(rows.map { amounts[$0] }) }
        return columns
    }

    /// By column, the code of each row.
    private func codes() -> [[UInt32]] {
        var places = cellOfRow.map(Int.init)
        var codes: [[UInt32]] = []
        for _ in rollup.columns {
            codes.append(places.map { UInt32(cells.group(of: $0)) })
            for row in places.indices { places[row] = cells.parent(of: places[row]) }
        }
        return codes.reversed()
    }
}
