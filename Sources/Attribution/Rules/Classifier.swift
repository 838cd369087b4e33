/// Chooses the source of a landing, and says why.
public struct Classifier: Sendable {
    /// What it judges by.
    public let rules: RuleBook
    /// The sites it knows.
    public let catalogue: ReferrerCatalogue
    let ownRules: CompiledOwnRules
    let index: CatalogueIndex

    /// Makes the rules ready: made once for many landings.
    public init(_ rules: RuleBook = .classic, catalogue: ReferrerCatalogue = .standard) {
        self.rules = rules
        self.catalogue = catalogue
        ownRules = CompiledOwnRules(rules.ownRules)
        index = catalogue.index
    }

    /// The verdict on the landing of a session.
    public func classify(_ landing: Landing, ownDomains: OwnDomains) -> Verdict {
        let decision = decide(landing, ownDomains: ownDomains)
        let arrival = Arrival(landing, ownDomains: ownDomains, catalogue: catalogue, keys: rules.ruleSet.spelling)
        return Verdict(
            source: decision.source,
            subLabel: decision.subLabel,
            rule: decision.rule,
            evidence: evidence(for: decision, in: arrival, of: landing),
            platform: decision.finding.platform(in: arrival),
            notes: notes(on: arrival, decision),
            rules: rules,
            catalogueVersion: catalogue.version,
            referringHost: arrival.referrer?.name
        )
    }

    private func evidence(for decision: Decision, in arrival: Arrival, of landing: Landing) -> [Evidence] {
        guard case .ownRule(let number) = decision.finding else { return decision.finding.evidence(in: arrival) }
        var subjects = OwnSubjects(landing, referrer: arrival.referrer?.name, for: ownRules)
        return ownRules.trace(of: number, in: &subjects).steps.map(\.evidence)
    }
}
