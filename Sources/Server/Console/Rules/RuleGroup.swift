import Attribution

/// The own rules of one place, as a list shows them (`console/rule-line`).
struct RuleGroup<Line> {
    let place: String
    /// In the order in which they are asked.
    let rules: [Line]

    func map<Other>(_ transform: (RuleGroup, Line) -> Other) -> RuleGroup<Other> {
        RuleGroup<Other>(place: place, rules: rules.map { transform(self, $0) })
    }
}

extension RuleGroup<RuleLine> {
    /// In the order in which the rules are really asked: by their places among the built-in rules.
    static func all(_ book: RuleBook) -> [RuleGroup] {
        var places: [String?] = [nil]
        for number in book.ruleSet.rules.map(\.number) + book.ownRules.compactMap(\.after)
        where !places.contains(number) {
            places.append(number)
        }
        let rules = book.ownRules.enumerated().map { (after: $1.after, line: RuleLine($1, index: $0)) }
        return places.compactMap { place in
            let lines = rules.filter { $0.after == place }.map(\.line)
            return lines.isEmpty ? nil : RuleGroup(place: Self.name(place), rules: lines)
        }
    }

    private static func name(_ place: String?) -> String {
        place.map { "After rule \($0)" } ?? "Before rule 1"
    }
}
