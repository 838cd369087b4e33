import Database

/// The SQL of the counters of refused events, by day (days since 1970, UTC) and reason.
enum RefusalStore {
    static func add(_ connection: Connection, _ account: AccountID, _ reason: DropReason, day: Int64) throws {
        try connection.execute(
            """
            insert into refusals (account_id, day, reason, count) values ($1, $2, $3, 1)
            on conflict (account_id, day, reason) do update set count = refusals.count + 1
            """, [account, day, reason.rawValue])
    }

    static func counts(
        _ connection: Connection, _ account: AccountID, sinceDay day: Int64
    ) throws -> [RefusalCount] {
        try connection.rows(
            """
            select reason, sum(count) as count from refusals where account_id = $1 and day >= $2
            group by reason order by reason
            """, [account, day]
        ).map { RefusalCount(reason: try $0["reason"], count: try $0["count"]) }
    }
}
