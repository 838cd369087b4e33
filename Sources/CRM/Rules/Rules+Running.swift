import Attribution
import Database

extension Rules {
    /// How long a runner that falls silent keeps others from its replay.
    private static let lease: Milliseconds = 30 * .second
    /// How often in a row a step may fail before the replay is given up.
    private static let failureLimit = 5
    /// How many opinions of a revision nobody looks at go in one transaction.
    private static let pruneLimit = 500

    /// Takes one step of whatever replay waits for it: reads some rows, judges them, and writes what came of it in one
    /// small transaction together with the place to go on from.
    ///
    /// Any number of processes may call it: a lease keeps them from one another's replays, and a step that was lost to
    /// another one leaves nothing behind. When no replay waits, opinions that were given up are deleted, some at a time.
    ///
    /// - Parameter rows: how many rows a step reads at most; it bounds how long the step works and holds a snapshot.
    /// - Returns: whether there is more to do.
    /// - Throws: `ReplayStepFailed`; whatever the database throws when it cannot even say what waits.
    public func runOneChunk(now: Milliseconds, rows: Int = 20_000) async throws -> Bool {
        guard let replay = try await claim(now: now) else { return try await pruneOneChunk() }
        var isOutdated = false
        do {
            if let chunk = try await judge(replay, rows: rows) { isOutdated = try await !write(chunk, now: now) }
        } catch is CancellationError {
            throw CancellationError()
        } catch {
            let isGivenUp = try await noteFailure(of: replay, now: now)
            throw ReplayStepFailed(replay: replay.id, isGivenUp: isGivenUp, cause: error)
        }
        if isOutdated { throw ReplayStepFailed(replay: replay.id, isGivenUp: true, cause: OutdatedPublication()) }
        return true
    }

    /// Lets others go on with what this process has begun: for a graceful shutdown.
    public func release() async throws {
        let runner = runner
        try await database.write { try ReplayStore.release($0, runner) }
    }

    /// The replay whose turn it is; nil when none waits.
    func claim(now: Milliseconds) async throws -> WaitingReplay? {
        let runner = runner
        let found = try await database.read { try ReplayStore.runnable($0, for: runner, now: now) }
        guard let replay = found else { return nil }
        if replay.isHeld(by: runner, at: now) { return replay }
        let isClaimed = try await database.write { connection in
            try ReplayStore.claim(connection, replay, for: runner, until: now + Self.lease, now: now)
        }
        return isClaimed ? replay : nil
    }

    /// Judges what the next step of a replay reads; nil when somebody else has taken that step.
    func judge(_ replay: WaitingReplay, rows: Int) async throws -> ReplayChunk? {
        let shelf = shelf
        return try await database.read { connection in
            try ReplayStore.job(connection, replay).map { try Self.chunk(connection, $0, shelf, limit: rows) }
        }
    }

    private static func chunk(
        _ connection: Connection, _ job: ReplayJob, _ shelf: BookShelf, limit: Int
    ) throws -> ReplayChunk {
        var job = job
        if job.total == nil { job.total = try ReplayStore.rows(connection, job.account) }
        let classifier = try shelf.classifier(of: job.key) { try ReplayStore.book(connection, job) }
        return switch job.phase {
        case .sessions: try SessionReplay.chunk(connection, job, by: classifier, limit: limit)
        case .attributions: try AttributionReplay.chunk(connection, job, by: classifier, limit: limit)
        }
    }

    /// Writes what a step has found, unless somebody else has taken it meanwhile.
    ///
    /// - Returns: false when it was the last step of a publication that is outdated.
    @discardableResult
    func write(_ chunk: ReplayChunk, now: Milliseconds) async throws -> Bool {
        let runner = runner
        let job = chunk.job
        let isOutdated = try await database.write { connection in
            guard try ReplayStore.advance(connection, job, for: runner, until: now + Self.lease, now: now) else {
                return false
            }
            try ReplayStore.insert(connection, chunk.samples, of: job)
            if let revision = job.revision {
                try OpinionStore.save(connection, job.account, revision, sessions: chunk.sessions)
                try OpinionStore.save(connection, job.account, revision, attributions: chunk.attributions)
            }
            return try chunk.isLast && !Self.finish(connection, job, now: now)
        }
        if chunk.isLast { shelf.forget(job.key) }
        return !isOutdated
    }

    /// Nothing is left to judge: in the same transaction a publication comes into use.
    ///
    /// One that is outdated fails instead: it compared with a revision that is not the one in use any more, or its own
    /// was given up, so that capture has not judged by it what came in meanwhile.
    private static func finish(_ connection: Connection, _ job: ReplayJob, now: Milliseconds) throws -> Bool {
        guard let revision = job.revision else {
            try ReplayStore.end(connection, job.account, job.id, as: .done, now: now)
            return true
        }
        let moved = job.tally.diff(samples: []).moved
        guard try RuleStore.current(connection, job.account) == job.base,
            try RuleStore.keep(connection, job.account, revision, moved: moved, now: now)
        else {
            try ReplayStore.end(connection, job.account, job.id, as: .failed, now: now)
            try RuleStore.cancel(connection, job.account, revision)
            return false
        }
        try ReplayStore.end(connection, job.account, job.id, as: .done, now: now)
        try RuleStore.point(connection, job.account, to: revision, now: now)
        try RuleStore.retire(connection, job.account, keeping: revisionsKept, current: revision)
        try ReplayStore.cancelPreviews(connection, job.account, now: now)
        if let draft = job.draftVersion { try RuleStore.deleteDraft(connection, job.account, version: draft) }
        return true
    }

    /// Counts a failure of this runner's own step; says whether that was one too many.
    func noteFailure(of replay: WaitingReplay, now: Milliseconds) async throws -> Bool {
        let runner = runner
        let isGivenUp = try await database.write { connection in
            let failures = try ReplayStore.noteFailure(connection, replay, of: runner, now: now)
            guard let failures, failures >= Self.failureLimit else { return false }
            try ReplayStore.end(connection, replay.account, replay.id, as: .failed, now: now)
            if let revision = replay.revision { try RuleStore.cancel(connection, replay.account, revision) }
            return true
        }
        if isGivenUp { shelf.forget(Scoped(replay.account, replay.id)) }
        return isGivenUp
    }

    private func pruneOneChunk() async throws -> Bool {
        guard let revision = try await database.read({ try OpinionStore.toPrune($0) }) else { return false }
        try await database.write { connection in
            try OpinionStore.prune(connection, revision, limit: Self.pruneLimit)
        }
        return true
    }
}
