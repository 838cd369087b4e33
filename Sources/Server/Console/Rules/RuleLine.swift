import Attribution

/// One own rule in a list (`console/rule-line`).
struct RuleLine {
    let id: String
    let number: Int
    let name: String
    let conditions: [TextLine]
    let source: SourceBadge
    let subLabel: String?

    /// - Parameter index: the rule's place among the own rules, from 0.
    init(_ rule: OwnRule, index: Int) {
        number = index + 1
        id = Self.id(number)
        name = rule.name
        conditions = rule.conditions.map { TextLine(text: $0.sentence) }
        source = SourceBadge(rule.source)
        subLabel = rule.subLabel
    }

    /// Where the page shows the rule: `rule-3`.
    static func id(_ number: Int) -> String { "rule-\(number)" }
}
