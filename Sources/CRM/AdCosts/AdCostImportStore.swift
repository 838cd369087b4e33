import Database

/// The SQL of imports that go on by themselves.
enum AdCostImportStore {
    /// How much of a file is in one row.
    static let pieceLength = 64 << 10

    static func insert(_ connection: Connection, _ job: AdCostJob, _ bytes: [UInt8]) throws {
        try connection.execute(
            """
            insert into ad_cost_imports
                (account_id, id, state, dry_run, platform, dates, currency, total, done, tally, started_at, step,
                 failures, lease_until)
            values ($1, $2, 'queued', $3, $4, $5, $6, $7, $8, $9, $10, $11, 0, 0)
            """,
            [
                job.account, job.id, job.isDryRun, job.platform, job.dates?.rawValue, job.currency, job.total, job.done,
                try JSONText.encode(AdCostTally()), job.startedAt, job.step,
            ])
        let starts = stride(from: 0, to: bytes.count, by: pieceLength)
        try connection.insert(
            into: "ad_cost_import_pieces", ["account_id", "import_id", "piece", "data"],
            starts.enumerated().map { number, start in
                [job.account, job.id, number, Array(bytes[start..<min(start + pieceLength, bytes.count)])]
            })
    }

    /// The whole file.
    static func bytes(_ connection: Connection, _ job: AdCostJob) throws -> [UInt8] {
        var bytes: [UInt8] = []
        let rows = try connection.rows(
            "select data from ad_cost_import_pieces where account_id = $1 and import_id = $2 order by piece",
            [job.account, job.id])
        for row in rows { bytes += try row["data"] as [UInt8] }
        return bytes
    }

    /// How many imports of an account are not over.
    static func underway(_ connection: Connection, _ account: AccountID) throws -> Int {
        try connection.row(
            """
            select count(*) as count from ad_cost_imports where account_id = $1 and state in ('queued', 'running')
            """, [account])?["count"] ?? 0
    }

    /// The import that has waited longest and that nobody else is at: a file is taken in as a whole, then the next one.
    static func runnable(_ connection: Connection, for runner: RunnerID, now: Milliseconds) throws -> AdCostJob? {
        try connection.row(
            """
            select account_id, id, dry_run, platform, dates, currency, started_at, total, done, tally, step,
                lease_owner, lease_until
            from ad_cost_imports
            where state in ('queued', 'running') and (lease_until <= $1 or lease_owner = $2) and exists (
                select 1 from accounts where accounts.id = ad_cost_imports.account_id and accounts.closed_at is null)
            order by started_at, account_id, id limit 1
            """, [now, runner.text]
        ).map(job)
    }

    private static func job(_ row: Row) throws -> AdCostJob {
        let dates: String? = try row["dates"]
        return AdCostJob(
            account: try row["account_id"], id: try row["id"], isDryRun: try row["dry_run"],
            platform: try row["platform"], dates: dates.flatMap { AdDateOrder(rawValue: $0) },
            currency: try row["currency"], startedAt: try row["started_at"], total: try row["total"],
            done: try row["done"], tally: try? JSONText.decode(from: try row["tally"]), step: try row["step"],
            leaseOwner: try row["lease_owner"], leaseUntil: try row["lease_until"])
    }

    /// Takes the lease unless somebody else has it; false when they do, or the import is over.
    static func claim(
        _ connection: Connection, _ job: AdCostJob, for runner: RunnerID, until end: Milliseconds, now: Milliseconds
    ) throws -> Bool {
        try connection.execute(
            """
            update ad_cost_imports set state = 'running', lease_owner = $3, lease_until = $4
            where account_id = $1 and id = $2 and step = $6 and state in ('queued', 'running')
                and (lease_until <= $5 or lease_owner = $3)
            """, [job.account, job.id, runner.text, end, now, job.step]) > 0
    }

    /// Takes a step, in the transaction that writes what comes of it; false when it is not this runner's to take.
    static func begin(
        _ connection: Connection, _ job: AdCostJob, for runner: RunnerID, until end: Milliseconds
    ) throws -> Bool {
        try connection.execute(
            """
            update ad_cost_imports set step = step + 1, failures = 0, lease_until = $5
            where account_id = $1 and id = $2 and step = $3 and lease_owner = $4 and state = 'running'
            """, [job.account, job.id, job.step, runner.text, end]) > 0
    }

    static func advance(
        _ connection: Connection, _ job: AdCostJob, done: Int, tally: AdCostTally
    ) throws {
        try connection.execute(
            "update ad_cost_imports set done = $3, tally = $4 where account_id = $1 and id = $2",
            [job.account, job.id, done, try JSONText.encode(tally)])
    }

    static func finish(
        _ connection: Connection, _ job: AdCostJob, _ report: AdCostReport, now: Milliseconds
    ) throws {
        try connection.execute(
            """
            update ad_cost_imports set state = 'done', result = $3, tally = '{}', finished_at = $4, lease_owner = null,
                lease_until = 0
            where account_id = $1 and id = $2
            """, [job.account, job.id, try JSONText.encode(AdCostReportDocument(report)), now])
        try deletePieces(connection, job)
    }

    /// Ends an import that cannot go on; what its steps have written stays.
    static func giveUp(
        _ connection: Connection, _ job: AdCostJob, _ problem: AdCostImport.Problem, now: Milliseconds
    ) throws {
        try connection.execute(
            """
            update ad_cost_imports set state = 'failed', problem = $3, finished_at = $4, lease_owner = null,
                lease_until = 0
            where account_id = $1 and id = $2 and state in ('queued', 'running')
            """, [job.account, job.id, problem, now])
        try deletePieces(connection, job)
    }

    private static func deletePieces(_ connection: Connection, _ job: AdCostJob) throws {
        try connection.execute(
            "delete from ad_cost_import_pieces where account_id = $1 and import_id = $2", [job.account, job.id])
    }

    /// How often in a row a step has failed; nil when it is not this runner's to take any more.
    static func noteFailure(_ connection: Connection, _ job: AdCostJob, of runner: RunnerID) throws -> Int? {
        let isNoted =
            try connection.execute(
                """
                update ad_cost_imports set failures = failures + 1
                where account_id = $1 and id = $2 and step = $3 and lease_owner = $4 and state = 'running'
                """, [job.account, job.id, job.step, runner.text]) > 0
        guard isNoted else { return nil }
        return try connection.row(
            "select failures from ad_cost_imports where account_id = $1 and id = $2", [job.account, job.id]
        )?["failures"]
    }

    /// Lets go of what a runner holds, so that another one need not wait.
    static func release(_ connection: Connection, _ runner: RunnerID) throws {
        try connection.execute(
            """
            update ad_cost_imports set lease_owner = null, lease_until = 0
            where state in ('queued', 'running') and lease_owner = $1
            """, [runner.text])
    }

    /// Forgets all but the newest imports of an account that are over.
    static func trim(_ connection: Connection, _ account: AccountID, keeping count: Int) throws {
        try connection.execute(
            """
            delete from ad_cost_imports where account_id = $1 and state in ('done', 'failed') and id not in (
                select id from ad_cost_imports where account_id = $1 order by id desc limit $2)
            """, [account, count])
    }
}
