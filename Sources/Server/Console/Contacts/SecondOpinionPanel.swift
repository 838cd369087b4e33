import CRM

/// What the rules in force say of an attribution, where that differs from its locked label.
struct SecondOpinionPanel {
    let heading: String
    let source: SourceBadge
    let subLabel: String?
    let sentence: String?
    let rule: String?
    /// Set when another landing counts under these rules.
    let landing: String?

    init(_ opinion: SecondOpinion, locked: StoredAttribution, _ clock: AccountClock) {
        let number = opinion.revision
        let rules = number == 0 ? "the built-in classic rules" : "the current rules (revision \(number))"
        let isSame = opinion.source == locked.source
        heading = isSame ? "The same source under \(rules), for another reason" : "Under \(rules)"
        source = SourceBadge(opinion.source)
        subLabel = opinion.subLabel
        sentence = opinion.verdict?.sentence
        rule = opinion.verdict.map(AttributionWords.rule)
        landing = opinion.carriedFromAt.map { "It counts for the visit of \(clock.moment($0).text)." }
    }
}
