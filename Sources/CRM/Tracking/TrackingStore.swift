import Attribution
import Database

/// The SQL of visitors, sessions, page views and event ids. Writes come sorted by key: two nodes that write the same rows
/// in another order would deadlock.
///
/// What a batch asks for stands in a table of its own, `asked`, that is read first: to `(a, b) in (values …)` SQLite
/// answers with a scan of the whole table.
enum TrackingStore {
    /// Those of `events` that were here before.
    static func seen(_ connection: Connection, _ events: [Scoped<EventID>]) throws -> Set<Scoped<EventID>> {
        guard !events.isEmpty else { return [] }
        let rows = try connection.rows(
            """
            with asked (account, key) as (values \(placeholders(rows: events.count, columns: 2)))
            select account_id, event_id from asked cross join event_ids where account_id = account and event_id = key
            """, events.flatMap { [$0.account, $0.key] as [any SQLConvertible] })
        return Set(try rows.map { Scoped(try $0["account_id"], try $0["event_id"]) })
    }

    static func remember(
        _ connection: Connection, _ events: [(event: Scoped<EventID>, conversion: Bool)], now: Milliseconds
    ) throws {
        guard !events.isEmpty else { return }
        try connection.execute(
            """
            insert into event_ids (account_id, event_id, conversion, received_at)
            values \(placeholders(rows: events.count, columns: 4))
            """,
            events.flatMap { [$0.event.account, $0.event.key, $0.conversion, now] as [any SQLConvertible] })
    }

    static func visitors(
        _ connection: Connection, _ keys: [Scoped<VisitorID>]
    ) throws -> [Scoped<VisitorID>: Visitor] {
        guard !keys.isEmpty else { return [:] }
        let rows = try connection.rows(
            """
            with asked (account, key) as (values \(placeholders(rows: keys.count, columns: 2)))
            select account_id, id, first_seen_at, first_url, first_referrer, contact_id, linked_at, linked_by
            from asked cross join visitors where account_id = account and id = key
            """, keys.flatMap { [$0.account, $0.key] as [any SQLConvertible] })
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
        guard !visitors.isEmpty else { return }
        try connection.execute(
            """
            insert into visitors
                (account_id, id, first_seen_at, first_url, first_referrer, contact_id, linked_at, linked_by)
            values \(placeholders(rows: visitors.count, columns: 8))
            on conflict (account_id, id) do update set
                contact_id = excluded.contact_id, linked_at = excluded.linked_at, linked_by = excluded.linked_by
            """,
            visitors.flatMap { account, visitor in
                [
                    account, visitor.id, visitor.firstSeenAt, visitor.firstURL, visitor.firstReferrer,
                    visitor.link?.contact, visitor.link?.at, visitor.link?.by,
                ] as [any SQLConvertible]
            })
    }

    static let sessionColumns = """
        account_id, id, visitor_id, contact_id, started_at, last_seen_at, landing_url, landing_referrer, user_agent, ip,
        page_views, conversions, source, rule_number, rule_set, rule_set_version, catalogue_version, own_domains,
        rules_revision, sub_label
        """

    static func sessions(
        _ connection: Connection, _ keys: [Scoped<SessionID>]
    ) throws -> [Scoped<SessionID>: Session] {
        guard !keys.isEmpty else { return [:] }
        let rows = try connection.rows(
            """
            with asked (account, key) as (values \(placeholders(rows: keys.count, columns: 2)))
            select \(sessionColumns) from asked cross join sessions where account_id = account and id = key
            """, keys.flatMap { [$0.account, $0.key] as [any SQLConvertible] })
        var sessions: [Scoped<SessionID>: Session] = [:]
        for row in rows {
            let session = try session(row)
            sessions[Scoped(try row["account_id"], session.id)] = session
        }
        return sessions
    }

    static func session(_ row: Row) throws -> Session {
        Session(
            id: try row["id"], visitor: try row["visitor_id"], contact: try row["contact_id"],
            startedAt: try row["started_at"], lastSeenAt: try row["last_seen_at"],
            landing: Landing(
                url: try row["landing_url"], referrer: try row["landing_referrer"], userAgent: try row["user_agent"]),
            ip: try row["ip"], pageViews: try row["page_views"], conversions: try row["conversions"],
            verdict: SessionVerdict(
                source: try row["source"], ruleNumber: try row["rule_number"], ruleSet: try row["rule_set"],
                ruleSetVersion: try row["rule_set_version"], catalogueVersion: try row["catalogue_version"],
                ownDomains: try JSONText.decode(from: try row["own_domains"]), revision: try row["rules_revision"],
                subLabel: try row["sub_label"]))
    }

    static func save(_ connection: Connection, sessions: [(account: AccountID, session: Session)]) throws {
        guard !sessions.isEmpty else { return }
        try connection.execute(
            """
            insert into sessions (\(sessionColumns), ip_is_whole)
            values \(placeholders(rows: sessions.count, columns: 21))
            on conflict (account_id, id) do update set
                contact_id = excluded.contact_id, last_seen_at = excluded.last_seen_at,
                page_views = excluded.page_views, conversions = excluded.conversions
            """,
            try sessions.flatMap { account, session in
                [
                    account, session.id, session.visitor, session.contact, session.startedAt, session.lastSeenAt,
                    session.landing.url, session.landing.referrer, session.landing.userAgent, session.ip,
                    session.pageViews, session.conversions, session.verdict.source, session.verdict.ruleNumber,
                    session.verdict.ruleSet, session.verdict.ruleSetVersion, session.verdict.catalogueVersion,
                    try JSONText.encode(session.verdict.ownDomains), session.verdict.revision, session.verdict.subLabel,
                    IPAddress.isWhole(session.ip),
                ] as [any SQLConvertible]
            })
    }

    /// The earlier anonymous sessions of a visitor become touches of the contact it turned out to be.
    static func adoptSessions(
        _ connection: Connection, _ account: AccountID, of visitor: VisitorID, by contact: ContactID
    ) throws {
        try connection.execute(
            """
            update sessions set contact_id = $3
            where account_id = $1 and visitor_id = $2 and contact_id is null
            """, [account, visitor, contact])
    }

    static func insert(_ connection: Connection, customEvents: [CustomEvent]) throws {
        for event in customEvents {
            try connection.execute(
                """
                insert into custom_events
                    (account_id, event_id, session_id, visitor_id, occurred_at, received_at, url, name, data)
                values ($1, $2, $3, $4, $5, $6, $7, $8, $9)
                """,
                [
                    event.account, event.event, event.session, event.visitor, event.occurredAt, event.receivedAt,
                    event.url, event.name, event.data,
                ])
        }
    }

    static func insert(_ connection: Connection, pageViews: [PageView]) throws {
        guard !pageViews.isEmpty else { return }
        try connection.execute(
            """
            insert into page_views
                (account_id, event_id, session_id, visitor_id, occurred_at, received_at, url, referrer, title)
            values \(placeholders(rows: pageViews.count, columns: 9))
            """,
            pageViews.flatMap { view in
                [
                    view.account, view.event, view.session, view.visitor, view.occurredAt, view.receivedAt, view.url,
                    view.referrer, view.title,
                ] as [any SQLConvertible]
            })
    }
}
