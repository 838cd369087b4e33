/// Chooses the source of a landing, and says why.
public struct Classifier: Sendable {
    public let ruleSet: RuleSet
    public let catalogue: ReferrerCatalogue

    public init(ruleSet: RuleSet = .classic, catalogue: ReferrerCatalogue = .standard) {
        self.ruleSet = ruleSet
        self.catalogue = catalogue
    }

    /// The verdict on the landing of a session.
    public func classify(_ landing: Landing, ownDomains: OwnDomains) -> Verdict {
        let arrival = Arrival(landing, ownDomains: ownDomains, catalogue: catalogue)
        let decision = ruleSet.decide(arrival)
        return Verdict(
            source: decision.source,
            rule: decision.rule,
            evidence: decision.finding.evidence(in: arrival),
            platform: decision.finding.platform(in: arrival),
            notes: NearMisses.notes(on: arrival, chosen: decision.source)
                + TaggingAdvice.notes(on: arrival, decision, catalogue: catalogue),
            ruleSet: ruleSet,
            catalogueVersion: catalogue.version,
            referringHost: arrival.referrer?.name
        )
    }
}
