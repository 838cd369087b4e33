/// Where in a rule book something is wrong, written as in its JSON document: `rules[2].when[0].value`.
public enum RuleBookPlace: Sendable, Hashable, CustomStringConvertible {
    /// In a text that is no JSON; lines and columns count from 1.
    case text(line: Int, column: Int)
    /// In one of the book's own keys, or the book as a whole.
    case book(key: RuleBookDocument.Key?)
    /// Rules and conditions count from 0, as in the document.
    case rule(Int, key: OwnRule.Key?)
    case condition(Int, rule: Int, key: OwnCondition.Key?)

    public var description: String {
        switch self {
        case .text(let line, let column): "line \(line), column \(column)"
        case .book(let key): key?.rawValue ?? "document"
        case .rule(let rule, let key): "rules[\(rule)]" + Self.suffix(key?.rawValue)
        case .condition(let condition, let rule, let key):
            "rules[\(rule)].when[\(condition)]" + Self.suffix(key?.rawValue)
        }
    }

    /// What holds this place: a key's object, an object's list.
    var parent: RuleBookPlace? {
        switch self {
        case .text, .book(key: nil): nil
        case .book: .book(key: nil)
        case .rule(_, key: nil): .book(key: .rules)
        case .rule(let rule, _): .rule(rule, key: nil)
        case .condition(_, let rule, key: nil): .rule(rule, key: .when)
        case .condition(let condition, let rule, _): .condition(condition, rule: rule, key: nil)
        }
    }

    /// The number of the rule it lies in, from 0.
    public var rule: Int? {
        switch self {
        case .text, .book: nil
        case .rule(let rule, _), .condition(_, let rule, _): rule
        }
    }

    /// The number of the condition it lies in, from 0.
    public var condition: Int? {
        if case .condition(let condition, _, _) = self { condition } else { nil }
    }

    private static func suffix(_ key: String?) -> String { key.map { ".\($0)" } ?? "" }
}
