import Attribution

/// A verdict with the road to it: what `headwater explain --json --why` says as well.
struct WireExplanation: Encodable {
    let source: String
    let label: String
    @OrNull var subLabel: String?
    let rule: RuleReference
    let evidence: [WireReason.WireEvidence]
    @OrNull var platform: String?
    let notes: [Note]
    let sentence: String
    let ruleSet: String
    let ruleSetVersion: Int
    @OrNull var revision: Int?
    let catalogueVersion: Int
    @OrNull var nearestChange: Change?
    let otherChanges: [Change]
    let steps: [Step]

    struct Step: Encodable {
        let rule: RuleReference
        let applies: Bool
        let reason: String
    }

    /// A small change that gives another source.
    struct Change: Encodable {
        let kind: String
        let text: String
        @OrNull var parameter: String?
        @OrNull var from: String?
        @OrNull var to: String?
        let source: String
        let label: String
        let rule: RuleReference

        init(_ change: NearestChange) {
            kind = change.kind.rawValue
            text = change.text
            parameter = change.parameter
            from = change.from
            to = change.to
            source = change.source.rawValue
            label = change.label
            rule = change.rule
        }
    }

    init(_ explanation: Explanation) {
        let verdict = explanation.verdict
        source = verdict.source.rawValue
        label = verdict.source.label
        subLabel = verdict.subLabel
        rule = verdict.rule
        evidence = verdict.evidence.map { .init(kind: $0.kind, name: $0.name, value: $0.value) }
        platform = verdict.platform
        notes = verdict.notes
        sentence = verdict.sentence
        ruleSet = verdict.ruleSet.rawValue
        ruleSetVersion = verdict.ruleSetVersion
        revision = verdict.revision
        catalogueVersion = verdict.catalogueVersion
        nearestChange = explanation.nearestChange.map(Change.init)
        otherChanges = explanation.changes.dropFirst().map(Change.init)
        steps = explanation.steps.map { Step(rule: $0.rule, applies: $0.applies, reason: $0.reason) }
    }
}
