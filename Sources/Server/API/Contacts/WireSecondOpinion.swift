import CRM

/// What the rules in force say of an attribution, where that differs from its locked verdict.
struct WireSecondOpinion: Encodable {
    /// The key, like `paid_search`.
    let source: String
    let label: String
    @OrNull var subLabel: String?
    let rule: Rule
    @OrNull var sentence: String?
    let revision: Int

    struct Rule: Encodable {
        let number: String
        @OrNull var name: String?
    }

    init(_ opinion: SecondOpinion) {
        source = opinion.source.rawValue
        label = opinion.source.label
        subLabel = opinion.subLabel
        rule = Rule(number: opinion.ruleNumber, name: opinion.verdict?.rule.name)
        sentence = opinion.verdict?.sentence
        revision = opinion.revision
    }
}
