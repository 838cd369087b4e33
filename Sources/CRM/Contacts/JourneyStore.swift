import Attribution
import Database

/// The SQL of a contact's journey.
enum JourneyStore {
    static func sessions(
        _ connection: Connection, _ account: AccountID, _ contact: ContactID, limit: Int
    ) throws -> [Session] {
        try connection.rows(
            """
            select \(TrackingStore.sessionColumns) from sessions
            where account_id = $1 and contact_id = $2 order by started_at desc, id limit $3
            """, [account, contact, limit]
        ).map(TrackingStore.session)
    }

    static func firstVisit(_ connection: Connection, _ account: AccountID, _ contact: ContactID) throws -> Session? {
        try connection.row(
            """
            select \(TrackingStore.sessionColumns) from sessions
            where account_id = $1 and contact_id = $2 order by started_at, id limit 1
            """, [account, contact]
        ).map(TrackingStore.session)
    }

    static func pages(
        _ connection: Connection, _ account: AccountID, _ session: SessionID, limit: Int
    ) throws -> [PageView] {
        try connection.rows(
            """
            select account_id, event_id, session_id, visitor_id, occurred_at, received_at, url, referrer, title
            from page_views where account_id = $1 and session_id = $2 order by occurred_at limit $3
            """, [account, session, limit]
        ).map(pageView)
    }

    static func pageView(_ row: Row) throws -> PageView {
        PageView(
            account: try row["account_id"], event: try row["event_id"], session: try row["session_id"],
            visitor: try row["visitor_id"], occurredAt: try row["occurred_at"], receivedAt: try row["received_at"],
            url: try row["url"], referrer: try row["referrer"], title: try row["title"])
    }

    static func conversions(
        _ connection: Connection, _ account: AccountID, _ contact: ContactID, limit: Int
    ) throws -> [Conversion] {
        try connection.rows(
            """
            select \(ConversionStore.columns) from conversions
            where account_id = $1 and contact_id = $2 order by occurred_at desc, id limit $3
            """, [account, contact, limit]
        ).map(ConversionStore.conversion)
    }

    /// When the session of a submission began; nil when it had none.
    static func sessionStart(
        _ connection: Connection, _ account: AccountID, of conversion: ConversionID
    ) throws -> Milliseconds? {
        try connection.row(
            """
            select started_at from conversions cross join sessions
            where conversions.account_id = $1 and conversions.id = $2
                and sessions.account_id = $1 and sessions.id = conversions.session_id
            """, [account, conversion]
        ).map { try $0["started_at"] }
    }

    /// The newest landings of a visitor between two moments, none of a session that belongs to another contact.
    static func landings(
        _ connection: Connection, _ account: AccountID, of visitor: VisitorID, contact: ContactID,
        since start: Milliseconds, until end: Milliseconds
    ) throws -> [JourneyJudge.Start] {
        try connection.rows(
            """
            select landing_url, landing_referrer, user_agent, started_at from sessions
            where account_id = $1 and visitor_id = $2 and started_at >= $3 and started_at < $4
                and (contact_id is null or contact_id = $5)
            order by started_at desc limit 100
            """, [account, visitor, start, end, contact]
        ).map { row in
            JourneyJudge.Start(
                landing: Landing(
                    url: try row["landing_url"], referrer: try row["landing_referrer"],
                    userAgent: try row["user_agent"]),
                at: try row["started_at"])
        }
    }
}
