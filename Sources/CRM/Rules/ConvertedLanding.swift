import Attribution
import Database

/// An attribution as a replay reads it: the converting session's own landing, and what it was locked with.
struct ConvertedLanding {
    let id: AttributionID
    let contact: ContactID
    let locked: LockedVerdict
    let ownDomains: OwnDomains
    /// The contact's First, and its Latest at the moment that was asked for.
    let first: String?
    let latest: String?
    /// Nil where no landing was judged: an interaction, a tracked link, a source that an import brought along.
    let own: JourneyJudge.Start?
    let createdAt: Milliseconds
    /// Nil where nothing is known of what came before: an imported landing, or a browser without a name.
    private let visitor: VisitorID?

    /// Capture judges what the session holds: its user agent and its beginning, not those of the conversion.
    static let columns = """
        attributions.id, attributions.contact_id, attributions.source, attributions.rule_number,
        attributions.sub_label, carried_from_at, url, referrer, direct_url, direct_referrer,
        case when sessions.id is null then attributions.user_agent else sessions.user_agent end, medium, landing_at,
        attributions.created_at, attributions.visitor_id, attributions.own_domains, first_attribution_id,
        sessions.started_at
        """
    /// The position of the column after these: the contact's Latest.
    private static let latest = 18

    /// Where the columns come from: the attributions of account `$1` first, then what hangs on them.
    static let rows = """
        attributions cross join contacts
        left join conversions
            on conversions.account_id = attributions.account_id and conversions.id = attributions.submission_id
            and landing_at is not null
        left join sessions
            on sessions.account_id = conversions.account_id and sessions.id = conversions.session_id
        where attributions.account_id = $1 and contacts.account_id = $1 and contacts.id = attributions.contact_id
        """

    init(_ row: borrowing ColumnView, _ reader: inout LandingReader) throws {
        id = AttributionID(rawValue: row.text(0) ?? "")
        contact = ContactID(rawValue: row.text(1) ?? "")
        locked = LockedVerdict(
            source: try row.source(at: 2), ruleNumber: row.text(3), subLabel: row.text(4),
            carriedFromAt: row.isNull(5) ? nil : row.integer(5), url: row.text(6), referrer: row.text(7))
        createdAt = row.integer(13)
        visitor = row.isNull(12) ? nil : row.text(14).flatMap { VisitorID($0) }
        ownDomains = try reader.ownDomains(row, 15)
        first = row.text(16)
        latest = row.text(Self.latest)
        own = Self.own(row, locked, createdAt: createdAt)
    }

    /// What is stored beside a carried landing is that landing's time.
    private static func own(
        _ row: borrowing ColumnView, _ locked: LockedVerdict, createdAt: Milliseconds
    ) -> JourneyJudge.Start? {
        guard let url = locked.url, locked.ruleNumber != nil, !row.holds(Medium.triggerLink.rawValue, at: 11) else {
            return nil
        }
        let isCarried = locked.carriedFromAt != nil
        let landing = Landing(
            url: isCarried ? row.text(8) ?? "" : url, referrer: isCarried ? row.text(9) : locked.referrer,
            userAgent: row.text(10))
        if !row.isNull(17) { return JourneyJudge.Start(landing: landing, at: row.integer(17)) }
        let isKnown = !isCarried && !row.isNull(12)
        return JourneyJudge.Start(landing: landing, at: isKnown ? row.integer(12) : createdAt)
    }

    /// What to look for before the own landing where that is direct; nil where it is not, or nothing is carried over.
    func question(_ judge: JourneyJudge) -> LandingTrails.Question? {
        guard let own, let visitor, judge.lookBackDays > 0, judge.isDirect(own.landing) else { return nil }
        return LandingTrails.Question(
            visitor: visitor, contact: contact, since: createdAt - Milliseconds(judge.lookBackDays) * .day,
            until: own.at)
    }

    /// What a book says of it, and what of that is another opinion.
    func judged(
        by judge: JourneyJudge, _ trails: inout LandingTrails
    ) throws -> (source: Source, rule: String?, opinion: AttributionOpinion?) {
        guard let own else { return (locked.source, locked.ruleNumber, nil) }
        let carried = try question(judge).flatMap { try trails.newest($0, isDirect: judge.isDirect) }
        let opinion = judge.opinion(
            on: id, besides: locked, own: own, earlier: { [carried].compactMap { $0?.start } }, now: createdAt)
        return (
            opinion?.verdict.source ?? locked.source, opinion?.verdict.rule.number ?? locked.ruleNumber, opinion
        )
    }
}
