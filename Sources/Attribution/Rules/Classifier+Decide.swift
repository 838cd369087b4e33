extension Classifier {
    /// Which rule applies to the landing of a session, without the words that explain it.
    ///
    /// Costs no memory, unless the account has own rules or a host is written in another than its usual form.
    public func decide(_ landing: Landing, ownDomains: OwnDomains) -> Decision {
        let referrer = landing.referrer ?? ""
        let userAgent = landing.userAgent ?? ""
        return decide(
            url: landing.url.utf8.span, referrer: referrer.utf8.span, userAgent: userAgent.utf8.span,
            ownDomains: ownDomains)
    }

    /// The same over UTF-8 bytes, as a database hands them out. What is absent is empty.
    public func decide(
        url: Span<UInt8>, referrer: Span<UInt8>, userAgent: Span<UInt8>, ownDomains: OwnDomains
    ) -> Decision {
        guard
            let arrival = ArrivalBytes(
                url: url.slice(URLBounds.range(url)), referrer: referrer.slice(URLBounds.range(referrer)),
                userAgent: userAgent, ownDomains: ownDomains, catalogue: index, ruleSet: rules.ruleSet)
        else { return decideCleaned(url, referrer, userAgent, ownDomains) }
        if ownRules.isEmpty { return rules.ruleSet.decide(arrival, index) }
        return decide(
            arrival, Landing(url: url.text, referrer: referrer.text, userAgent: userAgent.text), ownDomains)
    }

    /// The decision on a URL or referrer that holds tabs or line ends: they are dropped in a copy.
    private func decideCleaned(
        _ url: Bytes, _ referrer: Bytes, _ userAgent: Bytes, _ ownDomains: OwnDomains
    ) -> Decision {
        let url = URLText(url.text).bytes
        let referrer = URLText(referrer.text).bytes
        return decide(url: url.span, referrer: referrer.span, userAgent: userAgent, ownDomains: ownDomains)
    }

    /// The decision with the account's own rules between those of the set.
    private func decide(_ arrival: borrowing ArrivalBytes, _ landing: Landing, _ ownDomains: OwnDomains) -> Decision {
        let referrer = ownRules.readsReferrer ? Referrer(of: landing, ownDomains: ownDomains) : nil
        var subjects = OwnSubjects(landing, referrer: referrer?.name, for: ownRules)
        var place: String?
        for rule in rules.ruleSet.ordered {
            let number = rule.reference.number
            // A number that stands twice is one place.
            if number != place, let own = ownRules.firstMatch(at: place, in: &subjects) {
                return Decision(rules.ownRules[own], number: own)
            }
            if let finding = rule.finding(in: arrival, index) { return Decision(rule, finding) }
            place = number
        }
        return Decision(.remainder, .unclaimedTag)
    }
}
