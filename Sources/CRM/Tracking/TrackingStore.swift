import Attribution
import Database

/// The SQL of visitors, sessions, page views and event ids. Writes come sorted by key: two nodes that write the same rows
/// in another order would deadlock.
enum TrackingStore {
    /// Notes the ids of `events`, of which no two are the same; answers those that were here before.
    static func remember(
        _ connection: Connection, _ events: [(event: Scoped<EventID>, conversion: Bool)], now: Milliseconds
    ) throws -> Set<Scoped<EventID>> {
        let isNew = try connection.insertNew(
            into: "event_ids", ["account_id", "event_id", "conversion", "received_at"], key: 2,
            events.map { [$0.event.account, $0.event.key, $0.conversion, now] })
        return Set(zip(events, isNew).lazy.filter { !$1 }.map { $0.0.event })
    }

    /// Writes an event's id as it is. On PostgreSQL a transaction that has written nothing waits for no standby: what was
    /// stored before would be called stored although no standby has it yet.
    static func confirm(_ connection: Connection, _ event: Scoped<EventID>) throws {
        guard connection.dialect == .postgres else { return }
        try connection.execute(
            "update event_ids set received_at = received_at where account_id = $1 and event_id = $2",
            [event.account, event.key])
    }

    static func visitors(
        _ connection: Connection, _ keys: [Scoped<VisitorID>]
    ) throws -> [Scoped<VisitorID>: Visitor] {
        let rows = try connection.rows(
            """
            select account_id, id, first_seen_at, first_url, first_referrer, contact_id, linked_at, linked_by
            from visitors where account_id = $1 and id = $2
            """, forEach: keys.map { [$0.account, $0.key] })
        var visitors: [Scoped<VisitorID>: Visitor] = [:]
        for row in rows {
            let visitor = try visitor(row)
            visitors[Scoped(try row["account_id"], visitor.id)] = visitor
        }
        return visitors
    }

    private static func visitor(_ row: Row) throws -> Visitor {
        let contact: ContactID? = try row["contact_id"]
        let at: Milliseconds? = try row["linked_at"]
        let by: VisitorLink.Evidence? = try row["linked_by"]
        var link: VisitorLink?
        if let contact, let at, let by { link = VisitorLink(contact: contact, at: at, by: by) }
        return Visitor(
            id: try row["id"], firstSeenAt: try row["first_seen_at"], firstURL: try row["first_url"],
            firstReferrer: try row["first_referrer"], link: link)
    }

    static func save(_ connection: Connection, visitors: [(account: AccountID, visitor: Visitor)]) throws {
        try connection.insert(
            into: "visitors",
            [
                "account_id", "id", "first_seen_at", "first_url", "first_referrer", "contact_id", "linked_at",
                "linked_by",
            ],
            visitors.map { account, visitor in
                [
                    account, visitor.id, visitor.firstSeenAt, visitor.firstURL, visitor.firstReferrer,
                    visitor.link?.contact, visitor.link?.at, visitor.link?.by,
                ]
            },
            """
            on conflict (account_id, id) do update set
                contact_id = excluded.contact_id, linked_at = excluded.linked_at, linked_by = excluded.linked_by
            """)
    }

    static let sessionColumns = sessionColumnNames.joined(separator: ", ")

    private static let sessionColumnNames = [
        "account_id", "id", "visitor_id", "contact_id", "started_at", "last_seen_at", "landing_url", "landing_referrer",
        "user_agent", "ip", "page_views", "conversions", "source", "rule_number", "rule_set", "rule_set_version",
        "catalogue_version", "own_domains", "rules_revision", "sub_label",
    ]

    static func sessions(
        _ connection: Connection, _ keys: [Scoped<SessionID>]
    ) throws -> [Scoped<SessionID>: Session] {
        let rows = try connection.rows(
            "select \(sessionColumns) from sessions where account_id = $1 and id = $2",
            forEach: keys.map { [$0.account, $0.key] })
        var sessions: [Scoped<SessionID>: Session] = [:]
        var domains = DomainTexts()
        for row in rows {
            let session = try session(row, &domains)
            sessions[Scoped(try row["account_id"], session.id)] = session
        }
        return sessions
    }

    static func session(_ row: Row) throws -> Session {
        var domains = DomainTexts()
        return try session(row, &domains)
    }

    /// The values stand in the order of `sessionColumns`.
    private static func session(_ row: Row, _ domains: inout DomainTexts) throws -> Session {
        var cells = row.cells
        let _: AccountID = try cells.next()
        return Session(
            id: try cells.next(), visitor: try cells.next(), contact: try cells.next(), startedAt: try cells.next(),
            lastSeenAt: try cells.next(),
            landing: Landing(url: try cells.next(), referrer: try cells.next(), userAgent: try cells.next()),
            ip: try cells.next(), pageViews: try cells.next(), conversions: try cells.next(),
            verdict: SessionVerdict(
                source: try cells.next(), ruleNumber: try cells.next(), ruleSet: try cells.next(),
                ruleSetVersion: try cells.next(), catalogueVersion: try cells.next(),
                ownDomains: try domains.list(try cells.next()), revision: try cells.next(), subLabel: try cells.next()))
    }

    static func insert(_ connection: Connection, sessions: [(account: AccountID, session: Session)]) throws {
        var domains = DomainTexts()
        try connection.insert(
            into: "sessions", sessionColumnNames + ["ip_is_whole"],
            try sessions.map { account, session in
                [
                    account, session.id, session.visitor, session.contact, session.startedAt, session.lastSeenAt,
                    session.landing.url, session.landing.referrer, session.landing.userAgent, session.ip,
                    session.pageViews, session.conversions, session.verdict.source, session.verdict.ruleNumber,
                    session.verdict.ruleSet, session.verdict.ruleSetVersion, session.verdict.catalogueVersion,
                    try domains.text(session.verdict.ownDomains), session.verdict.revision, session.verdict.subLabel,
                    IPAddress.isWhole(session.ip),
                ]
            })
    }

    /// How far stored sessions have come.
    static func update(_ connection: Connection, progress: [SessionProgress]) throws {
        try connection.execute(
            """
            update sessions set last_seen_at = $3, page_views = $4, conversions = $5
            where account_id = $1 and id = $2
            """,
            forEach: progress.map { [$0.key.account, $0.key.key, $0.lastSeenAt, $0.pageViews, $0.conversions] })
    }

    static func ongoingSessions(
        _ connection: Connection, _ keys: [Scoped<SessionID>]
    ) throws -> [Scoped<SessionID>: OngoingSession] {
        let rows = try connection.rows(
            """
            select account_id, id, visitor_id, last_seen_at, page_views, conversions from sessions
            where account_id = $1 and id = $2
            """, forEach: keys.map { [$0.account, $0.key] })
        var sessions: [Scoped<SessionID>: OngoingSession] = [:]
        for row in rows {
            var cells = row.cells
            let key = Scoped<SessionID>(try cells.next(), try cells.next())
            sessions[key] = OngoingSession(
                visitor: try cells.next(), lastSeenAt: try cells.next(), pageViews: try cells.next(),
                conversions: try cells.next())
        }
        return sessions
    }

    /// Whose sessions are, by themselves: to name the column is to write its index, changed or not.
    static func update(
        _ connection: Connection, owners: [(account: AccountID, session: Session)]
    ) throws {
        try connection.execute(
            "update sessions set contact_id = $3 where account_id = $1 and id = $2",
            forEach: owners.map { account, session in [account, session.id, session.contact] })
    }

    /// The earlier anonymous sessions of a visitor become touches of the contact it turned out to be.
    static func adoptSessions(
        _ connection: Connection, _ adoptions: [(visitor: Scoped<VisitorID>, contact: ContactID)]
    ) throws {
        try connection.execute(
            """
            update sessions set contact_id = $3
            where account_id = $1 and visitor_id = $2 and contact_id is null
            """, forEach: adoptions.map { [$0.visitor.account, $0.visitor.key, $0.contact] })
    }

    static func insert(_ connection: Connection, customEvents: [CustomEvent]) throws {
        try connection.insert(
            into: "custom_events",
            [
                "account_id", "event_id", "session_id", "visitor_id", "occurred_at", "received_at", "url", "name",
                "data",
            ],
            customEvents.map { event in
                [
                    event.account, event.event, event.session, event.visitor, event.occurredAt, event.receivedAt,
                    event.url, event.name, event.data,
                ]
            })
    }

    static func insert(_ connection: Connection, pageViews: [PageView]) throws {
        try connection.insert(
            into: "page_views",
            [
                "account_id", "event_id", "session_id", "visitor_id", "occurred_at", "received_at", "url", "referrer",
                "title",
            ],
            pageViews.map { view in
                [
                    view.account, view.event, view.session, view.visitor, view.occurredAt, view.receivedAt, view.url,
                    view.referrer, view.title,
                ]
            })
    }
}
