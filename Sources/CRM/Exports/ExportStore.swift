import Database

/// The SQL of whole tables, read in keyset chunks.
enum ExportStore {
    static func sessions(
        _ connection: Connection, _ account: AccountID, after last: SessionID?, limit: Int
    ) throws -> [JudgedSession] {
        let condition = last == nil ? "" : "and id > $3"
        let sessions = try connection.rows(
            """
            select \(TrackingStore.sessionColumns) from sessions
            where account_id = $1 \(condition) order by id limit $2
            """, [account, limit] + (last.map { [$0] } ?? [])
        ).map(TrackingStore.session)
        let opinions = try OpinionStore.opinions(
            connection, account, try RuleStore.current(connection, account), sessions.map(\.id))
        return sessions.map { JudgedSession(session: $0, secondOpinion: opinions[$0.id]) }
    }

    static func pageViews(
        _ connection: Connection, _ account: AccountID, after last: PageView?, limit: Int
    ) throws -> [PageView] {
        let condition = last == nil ? "" : "and (occurred_at, event_id) > ($3, $4)"
        return try connection.rows(
            """
            select account_id, event_id, session_id, visitor_id, occurred_at, received_at, url, referrer, title
            from page_views where account_id = $1 \(condition) order by occurred_at, event_id limit $2
            """, [account, limit] + (last.map { [$0.occurredAt, $0.event] } ?? [])
        ).map(JourneyStore.pageView)
    }
}
