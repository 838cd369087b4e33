/// A condition decided for every value that there is: what is left to do for a row is to look up its code.
struct FilterTable: Sendable {
    /// Rows with one of these codes; with `isNegated`, rows with none of them. A row without any code has code 0.
    struct Term: Sendable {
        /// By code, 1 where the value belongs to it.
        var codes: [UInt8]
        var isNegated = false
    }

    let column: FactColumn
    /// One of them holds.
    let terms: [Term]

    init(_ filter: ReportFilter, _ dictionary: FactDictionary, _ names: ReportNames) {
        column = .report(filter.column)
        let terms = Self.terms(filter.condition, filter.column.field, dictionary, names)
        self.terms = column.isList ? terms : [Self.merged(terms, count: dictionary.values.count)]
    }

    private static func terms(
        _ condition: ReportFilter.Condition, _ field: ReportField, _ dictionary: FactDictionary, _ names: ReportNames
    ) -> [Term] {
        switch condition {
        case .isAny(let texts): [Term(codes: codes(of: texts, field, dictionary, names))]
        case .isNone(let texts): [Term(codes: codes(of: texts, field, dictionary, names), isNegated: true)]
        case .contains(let text): [Term(codes: codes(containing: text, field, dictionary, names))]
        case .isEmpty: [Term(codes: codes(dictionary) { $0 == 0 })]
        case .isNotEmpty: [Term(codes: codes(dictionary) { $0 != 0 })]
        case .either(let conditions): conditions.flatMap { terms($0, field, dictionary, names) }
        }
    }

    private static func codes(_ dictionary: FactDictionary, _ holds: (UInt32) -> Bool) -> [UInt8] {
        dictionary.groups.map { holds($0) ? 1 : 0 }
    }

    private static func codes(
        of texts: [String], _ field: ReportField, _ dictionary: FactDictionary, _ names: ReportNames
    ) -> [UInt8] {
        var wanted = [UInt8](repeating: 0, count: dictionary.keys.count)
        for text in texts {
            if text.trimmed.isEmpty { wanted[0] = 1 }
            for value in names.values(meantBy: text, of: field) {
                if let group = dictionary.group(matching: value) { wanted[Int(group)] = 1 }
            }
        }
        return dictionary.groups.map { wanted[Int($0)] }
    }

    private static func codes(
        containing text: String, _ field: ReportField, _ dictionary: FactDictionary, _ names: ReportNames
    ) -> [UInt8] {
        let wanted = FactDictionary.key(of: text)
        guard !wanted.isEmpty else { return codes(dictionary) { _ in true } }
        return dictionary.values.map { value in
            guard let value else { return 0 }
            return FactDictionary.key(of: names.label(value, of: field)).contains(wanted) ? 1 : 0
        }
    }

    /// Where a row has one code alone, all terms are one.
    private static func merged(_ terms: [Term], count: Int) -> Term {
        var codes = [UInt8](repeating: 0, count: count)
        for term in terms {
            for code in 0..<count where (term.codes[code] == 1) != term.isNegated { codes[code] = 1 }
        }
        return Term(codes: codes)
    }
}

extension FilterTable {
    /// The codes of the rows that it lets through; nil when they are more than `limit`, or a row has several.
    func codes(atMost limit: Int) -> [UInt32]? {
        guard !column.isList, let codes = terms.first?.codes else { return nil }
        let found = codes.indices.lazy.filter { codes[$0] == 1 }.prefix(limit + 1).map { UInt32($0) }
        return found.count > limit ? nil : Array(found)
    }

    /// Keeps those of the first `count` rows for which it holds, and answers how many they are.
    func keep(_ rows: inout [UInt32], _ count: Int, of part: FactPart) throws(FactError) -> Int {
        if column.isList { return keep(&rows, count, try part.lists(column)) }
        let table = terms.first?.codes ?? [0]
        guard let codes = try part.codes(column) else { return table[0] == 1 ? count : 0 }
        return table.withUnsafeBufferPointer { table in
            rows.withUnsafeMutableBufferPointer { rows in
                var kept = 0
                codes.forEach(UnsafeBufferPointer(rebasing: rows[..<count]), below: table.count) { place, code in
                    // Writes at or before the place that is read.
                    rows[kept] = rows[place]
                    kept += Int(table[code])
                }
                return kept
            }
        }
    }

    private func keep(_ rows: inout [UInt32], _ count: Int, _ lists: FactLists?) -> Int {
        var kept = 0
        for place in 0..<count {
            let row = rows[place]
            guard holds(lists?[Int(row)] ?? []) else { continue }
            rows[kept] = row
            kept += 1
        }
        return kept
    }

    private func holds(_ codes: ArraySlice<UInt32>) -> Bool {
        terms.contains { term in
            let has =
                codes.isEmpty
                ? term.codes[0] == 1
                : codes.contains { Int($0) < term.codes.count && term.codes[Int($0)] == 1 }
            return has != term.isNegated
        }
    }
}
