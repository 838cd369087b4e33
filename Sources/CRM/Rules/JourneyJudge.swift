import Attribution

/// Says by one rule book which landing of a visitor a conversion counts for, and what it came from.
struct JourneyJudge {
    let classifier: Classifier
    let ownDomains: OwnDomains
    let lookBackDays: Int

    /// The landing of a session, and when it began.
    struct Start {
        let landing: Landing
        let at: Milliseconds
    }

    /// The converting session's own landing, or the one that is carried over to it.
    ///
    /// - Parameter earlier: the same visitor's earlier landings of the same contact, in any order; asked for only when
    ///   the own landing is direct.
    func choose(own: Start, earlier: () throws -> [Start], now: Milliseconds) rethrows -> LandingChoice {
        let session = judged(own)
        let candidates = session.verdict.source == .direct ? try newestFromElsewhere(earlier()) : []
        return LandingChoice.choose(
            session: session, candidates: candidates, lookBackDays: lookBackDays, now: now)
    }

    /// What this book says of a conversion where that differs from its locked verdict.
    func opinion(
        on id: AttributionID, besides locked: LockedVerdict, own: Start, earlier: () throws -> [Start],
        now: Milliseconds
    ) rethrows -> AttributionOpinion? {
        if locked.carriedFromAt == nil {
            let decision = classifier.decide(own.landing, ownDomains: ownDomains)
            if decision.source != .direct, locked.says(decision) { return nil }
        }
        return AttributionOpinion(
            attribution: id, try choose(own: own, earlier: earlier, now: now), besides: locked)
    }

    func isDirect(_ landing: Landing) -> Bool {
        classifier.decide(landing, ownDomains: ownDomains).source == .direct
    }

    /// Judges backwards in time until one is not direct: the older ones do not count.
    private func newestFromElsewhere(_ starts: [Start]) -> [JudgedLanding] {
        let newest = starts.sorted { $0.at > $1.at }.first { !isDirect($0.landing) }
        return newest.map { [judged($0)] } ?? []
    }

    private func judged(_ start: Start) -> JudgedLanding {
        JudgedLanding(
            landing: start.landing, landingAt: start.at,
            verdict: classifier.classify(start.landing, ownDomains: ownDomains))
    }
}

extension LockedVerdict {
    fileprivate func says(_ decision: Decision) -> Bool {
        source == decision.source && ruleNumber == decision.rule.number && subLabel == decision.subLabel
    }
}
