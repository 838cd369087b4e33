import Database

/// The SQL of deleting what is over.
enum RetentionStore {
    /// A stretch of a table, as far as it was read.
    struct Chunk: Sendable {
        /// Whether a row of it goes.
        let hasExpired: Bool
        /// Nil when there was no row.
        let last: RetentionKey?
        /// Whether nothing comes after it.
        let isLast: Bool
    }

    static func accounts(_ connection: Connection) throws -> [RetentionAccount] {
        try connection.rows("select id, page_view_retention_months, look_back_days from accounts order by id").map {
            RetentionAccount(
                id: try $0["id"], months: try $0["page_view_retention_months"], lookBackDays: try $0["look_back_days"])
        }
    }

    /// The next rows of a turn, and whether one of them goes: most stretches hold none, and no one waits for those.
    static func chunk(
        _ connection: Connection, _ turn: RetentionTurn, after key: RetentionKey, _ limit: Int
    ) throws -> Chunk {
        let walk = turn.step.walk
        let names = walk.key.map(\.name).joined(separator: ", ")
        var query = Query(turn, after: key)
        let count = query.placeholder(limit)
        let rows = try connection.rows(
            """
            select \(names), case when \(walk.condition ?? "true") then 1 else 0 end as expired from \(walk.table)
            where \(query.stretch) order by \(names) limit \(count)
            """, query.values)
        return Chunk(
            hasExpired: try rows.contains { try $0["expired"] == 1 },
            last: try rows.last.map { try RetentionKey($0, walk) },
            isLast: rows.count < limit)
    }

    /// Deletes the rows of a stretch that go; asks each of them again, because something may have happened since.
    static func delete(
        _ connection: Connection, _ turn: RetentionTurn, after key: RetentionKey, to chunk: Chunk
    ) throws -> Int {
        guard let last = chunk.last else { return 0 }
        let walk = turn.step.walk
        let query = Query(turn, after: key, to: last)
        let condition = "\(query.stretch)\(walk.condition.map { " and " + $0 } ?? "")"
        if turn.step == .sessions {
            // What other revisions say of a visit goes with it.
            try connection.execute(
                """
                delete from session_opinions
                where account_id = $2 and revision in (select revision from rule_revisions where account_id = $2)
                    and session_id in (select id from sessions where \(condition))
                """, query.values)
        }
        return try connection.execute("delete from \(walk.table) where \(condition)", query.values)
    }

    /// The part of a `where` that cuts a stretch out of a table, with its values: `$1` the end, `$2` the account.
    private struct Query {
        private(set) var values: [any SQLConvertible]
        private(set) var stretch = ""

        init(_ turn: RetentionTurn, after key: RetentionKey, to last: RetentionKey? = nil) {
            let walk = turn.step.walk
            values = [turn.end]
            var parts: [String] = []
            if let account = turn.account { parts.append("account_id = \(placeholder(account))") }
            parts.append(compare(walk, ">", key))
            if let last { parts.append(compare(walk, "<=", last)) }
            if let range = walk.range { parts.append(range) }
            stretch = parts.joined(separator: " and ")
        }

        mutating func placeholder(_ value: any SQLConvertible) -> String {
            values.append(value)
            return "$\(values.count)"
        }

        private mutating func compare(_ walk: RetentionWalk, _ sign: String, _ key: RetentionKey) -> String {
            let names = walk.key.map(\.name).joined(separator: ", ")
            let places = key.values.map { placeholder($0.sql) }.joined(separator: ", ")
            return "(\(names)) \(sign) (\(places))"
        }
    }

    static func job(_ connection: Connection) throws -> RetentionJob? {
        try connection.row(
            """
            select lease_owner, lease_until, round_began_at, place, clock_at, resumes_at from jobs
            where name = 'retention'
            """
        ).map { row in
            let place: String? = try row["place"]
            // A place that a newer version wrote is nothing to this one: it begins the round again.
            return RetentionJob(
                leaseOwner: try row["lease_owner"], leaseUntil: try row["lease_until"],
                roundBeganAt: try row["round_began_at"], place: place.flatMap { try? JSONText.decode(from: $0) },
                clock: RetentionClock(at: try row["clock_at"], resumesAt: try row["resumes_at"]))
        }
    }

    static func save(_ connection: Connection, _ job: RetentionJob) throws {
        try connection.execute(
            """
            update jobs set lease_owner = $1, lease_until = $2, round_began_at = $3, place = $4, clock_at = $5,
                resumes_at = $6
            where name = 'retention'
            """,
            [
                job.leaseOwner, job.leaseUntil, job.roundBeganAt, try job.place.map { try JSONText.encode($0) },
                job.clock.at, job.clock.resumesAt,
            ])
    }

    /// Notes where the round stands (nil: it is over) and renews the lease; false when somebody else has it now.
    static func advance(
        _ connection: Connection, to place: RetentionPlace?, _ runner: RunnerID, until end: Milliseconds
    ) throws -> Bool {
        try connection.execute(
            "update jobs set place = $1, lease_until = $2 where name = 'retention' and lease_owner = $3",
            [try place.map { try JSONText.encode($0) }, end, runner.text]) > 0
    }
}
