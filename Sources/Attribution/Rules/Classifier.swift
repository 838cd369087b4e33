/// Chooses the source of a landing, and says why.
public struct Classifier: Sendable {
    public let rules: RuleBook
    public let catalogue: ReferrerCatalogue

    public init(_ rules: RuleBook = .classic, catalogue: ReferrerCatalogue = .standard) {
        self.rules = rules
        self.catalogue = catalogue
    }

    /// Which rule applies to the landing of a session, without the words that explain it.
    public func decide(_ landing: Landing, ownDomains: OwnDomains) -> Decision {
        rules.ruleSet.decide(Arrival(landing, ownDomains: ownDomains, catalogue: catalogue))
    }

    /// The verdict on the landing of a session.
    public func classify(_ landing: Landing, ownDomains: OwnDomains) -> Verdict {
        let arrival = Arrival(landing, ownDomains: ownDomains, catalogue: catalogue)
        let decision = rules.ruleSet.decide(arrival)
        return Verdict(
            source: decision.source,
            subLabel: decision.subLabel,
            rule: decision.rule,
            evidence: decision.finding.evidence(in: arrival),
            platform: decision.finding.platform(in: arrival),
            notes: NearMisses.notes(on: arrival, chosen: decision.source)
                + TaggingAdvice.notes(on: arrival, decision, catalogue: catalogue),
            rules: rules,
            catalogueVersion: catalogue.version,
            referringHost: arrival.referrer?.name
        )
    }
}
