import Attribution
import Database

/// The SQL of replays as jobs.
enum ReplayStore {
    static func insert(
        _ connection: Connection, _ account: AccountID, _ id: ReplayID, _ order: ReplayOrder, base: Int,
        by author: String, now: Milliseconds
    ) throws {
        try connection.execute(
            """
            insert into replays
                (account_id, id, kind, state, revision, draft_version, base_revision, document, author, started_at,
                 phase, step, stepped_at, done, counts, failures, lease_until)
            values ($1, $2, $3, 'queued', $4, $5, $6, $7, $8, $9, $10, 0, $9, 0, $11, 0, 0)
            """,
            [
                account, id, order.kind, order.revision, order.draftVersion, base, RuleDocument.text(of: order.book),
                author, now, ReplayJob.Phase.sessions, try JSONText.encode(ReplayTally()),
            ])
    }

    private static let jobColumns = """
        account_id, id, kind, revision, draft_version, base_revision, phase, session_cursor, attribution_cursor, step,
        done, total, counts
        """

    /// The replay that has waited longest for a step and that nobody else is at: all that run go on in turn.
    static func runnable(_ connection: Connection, for runner: RunnerID, now: Milliseconds) throws -> WaitingReplay? {
        try connection.row(
            """
            select account_id, id, revision, step, lease_owner, lease_until from replays
            where state in ('queued', 'running') and (lease_until <= $1 or lease_owner = $2)
            order by stepped_at, account_id, id limit 1
            """, [now, runner.text]
        ).map { row in
            WaitingReplay(
                account: try row["account_id"], id: try row["id"], revision: try row["revision"],
                step: try row["step"], leaseOwner: try row["lease_owner"], leaseUntil: try row["lease_until"])
        }
    }

    /// Where a replay stands at the step that was waited for; nil when somebody else has taken that step meanwhile.
    static func job(_ connection: Connection, _ waiting: WaitingReplay) throws -> ReplayJob? {
        try connection.row(
            "select \(jobColumns) from replays where account_id = $1 and id = $2 and step = $3",
            [waiting.account, waiting.id, waiting.step]
        ).map(job)
    }

    private static func job(_ row: Row) throws -> ReplayJob {
        ReplayJob(
            account: try row["account_id"], id: try row["id"], kind: try row["kind"], revision: try row["revision"],
            draftVersion: try row["draft_version"], base: try row["base_revision"], phase: try row["phase"],
            sessionCursor: try row["session_cursor"], attributionCursor: try row["attribution_cursor"],
            step: try row["step"], done: try row["done"], total: try row["total"],
            tally: try JSONText.decode(from: try row["counts"]))
    }

    /// Takes the lease unless somebody else has it; false when they do, or the replay is over.
    static func claim(
        _ connection: Connection, _ replay: WaitingReplay, for runner: RunnerID, until end: Milliseconds,
        now: Milliseconds
    ) throws -> Bool {
        try connection.execute(
            """
            update replays set state = 'running', lease_owner = $3, lease_until = $4
            where account_id = $1 and id = $2 and state in ('queued', 'running')
                and (lease_until <= $5 or lease_owner = $3)
            """, [replay.account, replay.id, runner.text, end, now]) > 0
    }

    /// Writes down that a step was taken; false when somebody else took it, or the replay was cancelled meanwhile.
    static func advance(
        _ connection: Connection, _ job: ReplayJob, for runner: RunnerID, until end: Milliseconds, now: Milliseconds
    ) throws -> Bool {
        try connection.execute(
            """
            update replays set phase = $5, session_cursor = $6, attribution_cursor = $7, done = $8, total = $9,
                counts = $10, step = step + 1, stepped_at = $12, failures = 0, lease_until = $11
            where account_id = $1 and id = $2 and step = $3 and lease_owner = $4 and state = 'running'
            """,
            [
                job.account, job.id, job.step, runner.text, job.phase, job.sessionCursor, job.attributionCursor,
                job.done, job.total, try JSONText.encode(job.tally), end, now,
            ]) > 0
    }

    /// Ends a replay that is not over; false when it is.
    @discardableResult
    static func end(
        _ connection: Connection, _ account: AccountID, _ id: ReplayID, as state: Replay.State, now: Milliseconds
    ) throws -> Bool {
        try connection.execute(
            """
            update replays set state = $3, finished_at = $4, lease_owner = null, lease_until = 0
            where account_id = $1 and id = $2 and state in ('queued', 'running')
            """, [account, id, state, now]) > 0
    }

    /// Ends the previews of an account that are not over: what they compare with is no longer what reports show.
    static func cancelPreviews(_ connection: Connection, _ account: AccountID, now: Milliseconds) throws {
        try connection.execute(
            """
            update replays set state = 'cancelled', finished_at = $2, lease_owner = null, lease_until = 0
            where account_id = $1 and kind = 'preview' and state in ('queued', 'running')
            """, [account, now])
    }

    /// How many rows there are to judge.
    static func rows(_ connection: Connection, _ account: AccountID) throws -> Int {
        try connection.row(
            """
            select (select count(*) from sessions where account_id = $1)
                + (select count(*) from attributions where account_id = $1) as rows
            """, [account])?["rows"] ?? 0
    }

    static func book(_ connection: Connection, _ job: ReplayJob) throws -> RuleBook {
        let row = try connection.row(
            "select document from replays where account_id = $1 and id = $2", [job.account, job.id])
        return try RuleDocument.book(try row?["document"] ?? "", revision: job.revision)
    }

    static func insert(_ connection: Connection, _ samples: [ReplayChunk.Sample], of job: ReplayJob) throws {
        for sample in samples {
            var session: SessionID?
            var attribution: AttributionID?
            switch sample.subject {
            case .session(let id): session = id
            case .attribution(let id): attribution = id
            }
            try connection.execute(
                """
                insert into replay_samples
                    (account_id, replay_id, view, from_source, to_source, ordinal, attribution_id, session_id,
                     old_rule, new_rule)
                values ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10)
                """,
                [
                    job.account, job.id, sample.view, sample.from, sample.to, sample.ordinal, attribution, session,
                    sample.oldRule, sample.newRule,
                ])
        }
    }

    /// Writes down that a step has failed, and lets the others have their turn first.
    ///
    /// - Returns: how often in a row it has; nil when that step is not this runner's to take any more.
    static func noteFailure(
        _ connection: Connection, _ replay: WaitingReplay, of runner: RunnerID, now: Milliseconds
    ) throws -> Int? {
        let isNoted =
            try connection.execute(
                """
                update replays set failures = failures + 1, stepped_at = $5
                where account_id = $1 and id = $2 and step = $3 and lease_owner = $4 and state = 'running'
                """, [replay.account, replay.id, replay.step, runner.text, now]) > 0
        guard isNoted else { return nil }
        return try connection.row(
            "select failures from replays where account_id = $1 and id = $2", [replay.account, replay.id]
        )?["failures"]
    }

    /// Lets go of what a runner holds, so that another one need not wait.
    static func release(_ connection: Connection, _ runner: RunnerID) throws {
        try connection.execute(
            """
            update replays set lease_owner = null, lease_until = 0
            where state in ('queued', 'running') and lease_owner = $1
            """, [runner.text])
    }

    /// Forgets all but the newest replays of an account that are over.
    static func trim(_ connection: Connection, _ account: AccountID, keeping count: Int) throws {
        try connection.execute(
            """
            delete from replays where account_id = $1 and state in ('done', 'cancelled', 'failed') and id not in (
                select id from replays where account_id = $1 order by id desc limit $2)
            """, [account, count])
    }
}

/// What is asked for when a replay is begun.
struct ReplayOrder: Sendable {
    let kind: Replay.Kind
    let book: RuleBook
    /// The revision that is published by it.
    let revision: Int?
    let draftVersion: RuleDraftVersion?
}
