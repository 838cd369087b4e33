import Attribution

/// What a button of the draft's page does. Rules are numbered from 1, as people see them.
enum RuleDraftChange: Equatable {
    case ruleSet(RuleSet)
    case up(Int)
    case down(Int)
    case duplicate(Int)
    case remove(Int)

    init?(_ form: FormBody) {
        let parts = (form["do"] ?? "").split(separator: ":", maxSplits: 1).map(String.init)
        switch (parts.first, parts.count == 2 ? Self.number(parts[1]) : nil) {
        case ("set", nil):
            guard let ruleSet = form.text("ruleSet").flatMap(RuleSet.init(rawValue:)) else { return nil }
            self = .ruleSet(ruleSet)
        case ("up", let number?): self = .up(number)
        case ("down", let number?): self = .down(number)
        case ("duplicate", let number?): self = .duplicate(number)
        case ("remove", let number?): self = .remove(number)
        default: return nil
        }
    }

    /// A rule's number, or a neighbour's, is far from where numbers end.
    static func number(_ text: String) -> Int? {
        Int(text).flatMap { (1...1_000_000).contains($0) ? $0 : nil }
    }

    /// The book after the change, and the number of the rule that the eye should follow; nil where there is no such rule.
    func applied(to book: RuleBook) -> (book: RuleBook, focus: Int?)? {
        var rules = book.ownRules
        func isThere(_ number: Int) -> Bool { rules.indices.contains(number - 1) }
        // Only among rules at the same place does it matter which one stands above.
        func isBeside(_ rule: OwnRule) -> (OwnRule) -> Bool { { $0.after == rule.after } }
        switch self {
        case .ruleSet(let ruleSet):
            return (RuleBook(ruleSet, ownRules: rules), nil)
        case .up(let number):
            guard isThere(number), let other = rules[..<(number - 1)].lastIndex(where: isBeside(rules[number - 1]))
            else { return nil }
            rules.swapAt(number - 1, other)
            return (RuleBook(book.ruleSet, ownRules: rules), other + 1)
        case .down(let number):
            guard isThere(number), let other = rules[number...].firstIndex(where: isBeside(rules[number - 1]))
            else { return nil }
            rules.swapAt(number - 1, other)
            return (RuleBook(book.ruleSet, ownRules: rules), other + 1)
        case .duplicate(let number):
            guard isThere(number) else { return nil }
            rules.insert(Self.copy(of: rules[number - 1], among: rules), at: number)
            return (RuleBook(book.ruleSet, ownRules: rules), number + 1)
        case .remove(let number):
            guard isThere(number) else { return nil }
            rules.remove(at: number - 1)
            return (RuleBook(book.ruleSet, ownRules: rules), rules.isEmpty ? nil : min(number, rules.count))
        }
    }

    /// The same rule under a name that no other has.
    private static func copy(of rule: OwnRule, among rules: [OwnRule]) -> OwnRule {
        var copy = rule
        var number = 2
        repeat {
            copy.name = "\(rule.name.prefix(80)) (\(number))"
            number += 1
        } while rules.contains { $0.name == copy.name }
        return copy
    }
}
