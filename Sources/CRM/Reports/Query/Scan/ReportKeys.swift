/// What people read of the groups of one column, each under its most frequent spelling.
struct ReportKeys: Sendable {
    private let field: ReportField
    private let dictionary: FactDictionary
    private let names: ReportNames
    /// By group, the code of the spelling; 0 where it has none.
    private var best: [UInt32]

    /// - Parameter spellings: by code, how often each occurs. Of two that are as frequent the smaller one's bytes win.
    init(_ field: ReportField, _ dictionary: FactDictionary, _ names: ReportNames, _ spellings: [Int]) {
        self.field = field
        self.dictionary = dictionary
        self.names = names
        best = [UInt32](repeating: 0, count: dictionary.keys.count)
        for code in spellings.indices where code > 0 && spellings[code] > 0 {
            let group = Int(dictionary.groups[code])
            let other = Int(best[group])
            guard
                other == 0 || spellings[code] > spellings[other]
                    || spellings[code] == spellings[other]
                        && label(code).utf8.lexicographicallyPrecedes(label(other).utf8)
            else { continue }
            best[group] = UInt32(code)
        }
    }

    private func label(_ code: Int) -> String { names.label(dictionary.values[code] ?? "", of: field) }

    /// How many groups the dictionary has.
    var count: Int { best.count }

    /// What finds the group again: the `text` of its key.
    func text(_ group: Int) -> String { dictionary.keys[group] }

    subscript(group: Int) -> ReportKey {
        guard group > 0 else { return .empty }
        return ReportKey(
            key: dictionary.keys[group], label: best[group] == 0 ? dictionary.keys[group] : label(Int(best[group])),
            isPlaceholder: dictionary.placeholderGroup.map(Int.init) == group)
    }
}
