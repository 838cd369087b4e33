/// One column that a question groups by.
struct ReportGrouping: Sendable {
    let column: FactColumn
    private let field: ReportField
    private let dictionary: FactDictionary
    private let names: ReportNames
    /// How often each spelling occurs among the chosen rows, by code.
    private var spellings: [Int]

    init(_ column: ReportColumn, _ dictionary: FactDictionary, _ names: ReportNames) {
        self.column = .report(column)
        self.field = column.field
        self.dictionary = dictionary
        self.names = names
        spellings = [Int](repeating: 0, count: dictionary.values.count)
    }

    /// Counts the spellings of the chosen rows, each row once whatever else divides it.
    mutating func note(
        _ rows: UnsafeBufferPointer<UInt32>, of part: FactPart, _ weights: ReportWeights
    ) throws(FactError) {
        if column.isList {
            guard let lists = try part.lists(column) else { return }
            for row in rows {
                for code in lists[Int(row)] where code < spellings.count { spellings[Int(code)] += 1 }
            }
        } else if let codes = try part.codes(column) {
            let count = spellings.count
            spellings.withUnsafeMutableBufferPointer { spellings in
                if weights.isEven {
                    codes.forEach(rows, below: count) { _, code in spellings[code] += 1 }
                } else {
                    codes.forEach(rows, below: count) { place, code in spellings[code] += Int(weights[place]) }
                }
            }
        }
    }

    /// Divides the cells of the rows by this column.
    func divide(_ rows: inout [UInt32], _ places: inout [UInt32], of part: FactPart, _ cells: inout CellTable) throws {
        if column.isList { return try divide(&rows, &places, lists: part.lists(column), &cells) }
        guard let codes = try part.codes(column) else {
            for place in places.indices { places[place] = try cells.child(of: places[place], 0) }
            return
        }
        var groups = [UInt32](repeating: 0, count: rows.count)
        rows.withUnsafeBufferPointer { rows in
            codes.forEach(rows, below: dictionary.groups.count) { place, code in
                groups[place] = dictionary.groups[code]
            }
        }
        if let parent = places.first, dictionary.keys.count <= Self.mostKept, places.allSatisfy({ $0 == parent }) {
            try Self.divide(&places, groups, count: dictionary.keys.count, of: parent, &cells)
        } else {
            for place in places.indices { places[place] = try cells.child(of: places[place], groups[place]) }
        }
    }

    /// Of so many groups the cells are kept in a table while rows of one cell are divided.
    private static let mostKept = 1 << 16

    /// Divides rows that all lie in one cell: each group is looked up once.
    private static func divide(
        _ places: inout [UInt32], _ groups: [UInt32], count: Int, of parent: UInt32, _ cells: inout CellTable
    ) throws(ReportProblem) {
        // Cell 0 is no group's.
        var known = [UInt32](repeating: 0, count: count)
        for place in places.indices {
            let group = groups[place]
            if known[Int(group)] == 0 { known[Int(group)] = try cells.child(of: parent, group) }
            places[place] = known[Int(group)]
        }
    }

    /// A row comes under each of its groups, and under one of them once.
    private func divide(
        _ rows: inout [UInt32], _ places: inout [UInt32], lists: FactLists?, _ cells: inout CellTable
    ) throws(ReportProblem) {
        var divided: (rows: [UInt32], places: [UInt32]) = ([], [])
        var groups: [UInt32] = []
        for (row, cell) in zip(rows, places) {
            groups.removeAll(keepingCapacity: true)
            for code in lists?[Int(row)] ?? [] where code < dictionary.groups.count {
                let group = dictionary.groups[Int(code)]
                if !groups.contains(group) { groups.append(group) }
            }
            if groups.isEmpty { groups.append(0) }
            for group in groups {
                divided.rows.append(row)
                divided.places.append(try cells.child(of: cell, group))
            }
        }
        (rows, places) = divided
    }

    /// How many of so many noted rows each group has: of a column that has one value a row.
    func counts(of rows: Int) -> [Int] {
        var counts = [Int](repeating: 0, count: dictionary.keys.count)
        for code in spellings.indices where code > 0 { counts[Int(dictionary.groups[code])] += spellings[code] }
        // Where a whole part's column is empty, nothing was noted.
        counts[0] = 0
        counts[0] = rows - counts.reduce(0, +)
        return counts
    }

    func keys() -> ReportKeys { ReportKeys(field, dictionary, names, spellings) }
}
