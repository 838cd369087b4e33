import Database

/// The SQL of the counters of refused events, by day (days since 1970, UTC) and cause.
enum RefusalStore {
    static func add(_ connection: Connection, _ refused: [RefusedEvent], day: Int64) throws {
        let counts = Dictionary(grouping: refused) { Scoped($0.account, $0.cause.rawValue) }.mapValues(\.count)
        try connection.insert(
            into: "refusals", ["account_id", "day", "reason", "count"],
            counts.sorted { $0.key < $1.key }.map { [$0.key.account, day, $0.key.key, $0.value] },
            "on conflict (account_id, day, reason) do update set count = refusals.count + excluded.count")
        try RefusedHostStore.add(connection, refused, day: day)
    }

    static func counts(
        _ connection: Connection, _ account: AccountID, sinceDay day: Int64, latelySinceDay recent: Int64
    ) throws -> [RefusalCount] {
        try connection.rows(
            """
            select reason, cast(sum(count) as bigint) as count,
                cast(sum(case when day >= $3 then count else 0 end) as bigint) as lately
            from refusals where account_id = $1 and day >= $2
            group by reason order by 2 desc, reason
            """, [account, day, recent]
        ).map {
            RefusalCount(
                cause: RefusalCause(rawValue: try $0["reason"]), count: try $0["count"], lately: try $0["lately"])
        }
    }
}
