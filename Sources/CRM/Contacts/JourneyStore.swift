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
}
