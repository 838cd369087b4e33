import Attribution
import Database

/// The SQL of the visits whose tags are looked at.
enum TaggingStore {
    /// The newest visits since a moment, a chunk at a time, the newest first.
    static func visits(
        _ connection: Connection, _ account: AccountID, since start: Milliseconds, before last: TaggedVisit?, limit: Int
    ) throws -> [TaggedVisit] {
        let condition = last == nil ? "" : "and (started_at, id) < ($4, $5)"
        return try connection.rows(
            """
            select id, case when conversions > 0 then contact_id end as contact_id, started_at, landing_url, landing_referrer, user_agent, own_domains
            from sessions where account_id = $1 and started_at >= $2 \(condition)
            order by started_at desc, id desc limit $3
            """, [account, start, limit] + (last.map { [$0.startedAt, $0.session] } ?? [])
        ).map(visit)
    }

    private static func visit(_ row: Row) throws -> TaggedVisit {
        TaggedVisit(
            session: try row["id"], contact: try row["contact_id"], startedAt: try row["started_at"],
            landing: Landing(
                url: try row["landing_url"], referrer: try row["landing_referrer"], userAgent: try row["user_agent"]),
            ownDomains: try row["own_domains"])
    }
}
