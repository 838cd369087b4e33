extension Classifier {
    /// The verdict on the click of a tracked link: rules 1–4 over the tags of its own target, else Direct Traffic.
    ///
    /// The page that showed the link says nothing about the contact, so no referrer is used.
    public func classifyTriggerLink(target: String) -> Verdict {
        // Own rules look at visits; a click on a link is none.
        let builtIn = Classifier(RuleBook(rules.ruleSet), catalogue: catalogue)
        let verdict = builtIn.classify(Landing(url: target), ownDomains: OwnDomains([]))
        if verdict.source == .paidSearch || verdict.source == .paidSocial { return verdict }
        return Verdict(
            source: .direct,
            rule: RuleReference(number: "8", name: "Tracked link without an ad tag"),
            evidence: [Evidence(kind: .interaction, name: Medium.triggerLink.rawValue, value: nil)],
            notes: verdict.notes,
            rules: rules,
            catalogueVersion: catalogue.version
        )
    }
}
