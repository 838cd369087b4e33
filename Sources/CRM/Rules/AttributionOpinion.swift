import Attribution

/// What a revision says of a conversion, where that differs from its locked verdict.
struct AttributionOpinion: Sendable {
    let attribution: AttributionID
    let verdict: Verdict
    let carriedFromAt: Milliseconds?
    /// The landing that counts, where it is not the locked one.
    let landing: Landing?

    /// Nil where the choice says what the locked verdict says.
    init?(attribution: AttributionID, _ choice: LandingChoice, besides locked: LockedVerdict) {
        let verdict = choice.verdict
        let differs =
            verdict.source != locked.source || verdict.rule.number != locked.ruleNumber
            || verdict.subLabel != locked.subLabel || choice.carryOver?.carriedFromAt != locked.carriedFromAt
        guard differs else { return nil }
        self.attribution = attribution
        self.verdict = verdict
        carriedFromAt = choice.carryOver?.carriedFromAt
        let isLockedLanding = choice.landing.url == locked.url && choice.landing.referrer == locked.referrer
        landing = isLockedLanding ? nil : choice.landing
    }
}

/// What an attribution was locked with, as far as an opinion can differ from it.
struct LockedVerdict: Sendable {
    let source: Source
    let ruleNumber: String?
    let subLabel: String?
    let carriedFromAt: Milliseconds?
    /// The landing that counts.
    let url: String?
    let referrer: String?
}

extension LockedVerdict {
    init(_ stored: StoredAttribution) {
        let record = stored.record
        self.init(
            source: record.source, ruleNumber: record.verdict?.rule.number, subLabel: record.verdict?.subLabel,
            carriedFromAt: record.carryOver?.carriedFromAt, url: record[.url], referrer: record[.referrer])
    }
}
