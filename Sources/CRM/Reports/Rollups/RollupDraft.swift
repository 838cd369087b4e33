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

    /// What is stored, without the columns that are all empty.
    func columns() -> [(name: String, data: [UInt8])] {
        var places = cellOfRow.map(Int.init)
        var found: [(name: String, data: [UInt8])] = []
        for column in rollup.columns.reversed() {
            let codes = places.map { UInt32(cells.group(of: $0)) }
            if let data = FactCodes.stored(codes, rows: rows) { found.append((column.name, data)) }
            for row in places.indices { places[row] = cells.parent(of: places[row]) }
        }
        if let data = FactCodes.stored(counts, rows: rows) { found.append((FactPart.countsName, data)) }
        if rollup.hasAmounts { found.append((FactColumn.value.name, FactAmounts.stored(amounts))) }
        return found
    }
}
