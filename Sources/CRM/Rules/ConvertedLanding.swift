import Attribution
import Database

/// An attribution as a replay reads it: the converting session's own landing, and what it was locked with.
struct ConvertedLanding {
    let id: AttributionID
    let contact: String
    let locked: LockedVerdict
    /// Whether it is its contact's First, its Latest, or both.
    let views: [ReplayView]
    /// Nil where no landing was judged: an interaction, a tracked link, a source that an import brought along.
    private let landing: Landing?
    private let landingAt: Milliseconds?
    private let createdAt: Milliseconds
    private let visitor: String?
    private let submission: String?

    static let columns = """
        attributions.id, contact_id, attributions.source, rule_number, sub_label, carried_from_at, url, referrer,
        direct_url, direct_referrer, user_agent, medium, landing_at, attributions.created_at, visitor_id,
        submission_id, coalesce(first_attribution_id = attributions.id, 0),
        coalesce(latest_attribution_id = attributions.id, 0), own_domains
        """
    /// The position of the domains that the verdict looked at.
    static let ownDomains = 18

    init(_ row: borrowing ColumnView) throws {
        id = AttributionID(rawValue: row.text(0) ?? "")
        contact = row.text(1) ?? ""
        locked = LockedVerdict(
            source: try row.source(at: 2), ruleNumber: row.text(3), subLabel: row.text(4),
            carriedFromAt: row.isNull(5) ? nil : row.integer(5), url: row.text(6), referrer: row.text(7))
        views = (row.integer(16) != 0 ? [.first] : []) + (row.integer(17) != 0 ? [.latest] : [])
        createdAt = row.integer(13)
        landingAt = row.isNull(12) ? nil : row.integer(12)
        visitor = row.text(14)
        submission = row.text(15)
        if let url = locked.url, locked.ruleNumber != nil, !row.holds(Medium.triggerLink.rawValue, at: 11) {
            let isCarried = locked.carriedFromAt != nil
            landing = Landing(
                url: isCarried ? row.text(8) ?? "" : url, referrer: isCarried ? row.text(9) : locked.referrer,
                userAgent: row.text(10))
        } else {
            landing = nil
        }
    }

    /// What a book says of it, and what of that is another opinion.
    func judged(
        by judge: JourneyJudge, _ connection: Connection, _ account: AccountID
    ) throws -> (source: Source, rule: String?, opinion: AttributionOpinion?) {
        guard let landing else { return (locked.source, locked.ruleNumber, nil) }
        let start = JourneyJudge.Start(landing: landing, at: try startedAt(connection, account))
        let opinion = try judge.opinion(
            on: id, besides: locked, own: start,
            earlier: {
                try earlierLandings(connection, account, before: start.at, lookBackDays: judge.lookBackDays)
            },
            now: createdAt)
        return (
            opinion?.verdict.source ?? locked.source, opinion?.verdict.rule.number ?? locked.ruleNumber, opinion
        )
    }

    /// When the converting session began: what is stored beside a carried landing is that landing's time.
    private func startedAt(_ connection: Connection, _ account: AccountID) throws -> Milliseconds {
        if locked.carriedFromAt == nil { return landingAt ?? createdAt }
        return try submission.flatMap { submission in
            try JourneyStore.sessionStart(connection, account, of: ConversionID(rawValue: submission))
        } ?? createdAt
    }

    /// The sessions from which something may be carried over; nothing is known of those before an imported landing.
    private func earlierLandings(
        _ connection: Connection, _ account: AccountID, before end: Milliseconds, lookBackDays: Int
    ) throws -> [JourneyJudge.Start] {
        guard landingAt != nil, lookBackDays > 0, let visitor = visitor.flatMap({ VisitorID($0) }) else { return [] }
        return try JourneyStore.landings(
            connection, account, of: visitor, contact: ContactID(rawValue: contact),
            since: createdAt - Milliseconds(lookBackDays) * .day, until: end)
    }
}
