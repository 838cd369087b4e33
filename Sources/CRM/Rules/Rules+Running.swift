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
    public func runOneChunk(now: Milliseconds, rows: Int = 20_000) async throws -> Bool {
        guard let job = try await claim(now: now) else { return try await pruneOneChunk() }
        do {
            let shelf = shelf
            let chunk = try await database.read { connection in
                try Self.chunk(connection, job, shelf, limit: rows)
            }
            try await write(chunk, of: job, now: now)
        } catch {
            if !(error is CancellationError) { try await noteFailure(of: job, now: now) }
            throw error
        }
        return true
    }

    /// Lets others go on with what this process has begun: for a graceful shutdown.
    public func release() async throws {
        let runner = runner
        try await database.write { try ReplayStore.release($0, runner) }
    }

    private func claim(now: Milliseconds) async throws -> ReplayJob? {
        let runner = runner
        let found = try await database.read { try ReplayStore.runnable($0, for: runner, now: now) }
        guard let job = found else { return nil }
        if job.isHeld(by: runner, at: now) { return job }
        let isClaimed = try await database.write { connection in
            try ReplayStore.claim(connection, job, for: runner, until: now + Self.lease, now: now)
        }
        return isClaimed ? job : nil
    }

    private static func chunk(
        _ connection: Connection, _ job: ReplayJob, _ shelf: BookShelf, limit: Int
    ) throws -> ReplayChunk {
        var job = job
        if job.total == nil { job.total = try ReplayStore.rows(connection, job.account) }
        let classifier = try shelf.classifier(job.bookKey) { try ReplayStore.book(connection, job) }
        return switch job.phase {
        case .sessions: try SessionReplay.chunk(connection, job, by: classifier, limit: limit)
        case .attributions: try AttributionReplay.chunk(connection, job, by: classifier, limit: limit)
        }
    }

    private func write(_ chunk: ReplayChunk, of job: ReplayJob, now: Milliseconds) async throws {
        let runner = runner
        try await database.write { connection in
            guard try ReplayStore.advance(connection, chunk.job, for: runner, until: now + Self.lease) else { return }
            try ReplayStore.insert(connection, chunk.samples, of: job)
            if let revision = job.revision {
                try OpinionStore.save(connection, job.account, revision, sessions: chunk.sessions)
                try OpinionStore.save(connection, job.account, revision, attributions: chunk.attributions)
            }
            if chunk.isLast { try Self.finish(connection, chunk.job, now: now) }
        }
    }

    /// Nothing is left to judge: in the same transaction a publication comes into use.
    private static func finish(_ connection: Connection, _ job: ReplayJob, now: Milliseconds) throws {
        try ReplayStore.end(connection, job.account, job.id, as: .done, now: now)
        guard let revision = job.revision else { return }
        let moved = job.tally.diff(samples: []).moved
        try RuleStore.keep(connection, job.account, revision, moved: moved, now: now)
        try RuleStore.point(connection, job.account, to: revision)
        try RuleStore.retire(connection, job.account, keeping: revisionsKept, current: revision)
        try ReplayStore.cancelPreviews(connection, job.account, now: now)
        if let draft = job.draftVersion { try RuleStore.deleteDraft(connection, job.account, version: draft) }
    }

    private func noteFailure(of job: ReplayJob, now: Milliseconds) async throws {
        try await database.write { connection in
            try ReplayStore.noteFailure(connection, job)
            guard job.failures + 1 >= Self.failureLimit else { return }
            try ReplayStore.end(connection, job.account, job.id, as: .failed, now: now)
            if let revision = job.revision { try RuleStore.cancel(connection, job.account, revision) }
        }
    }

    private func pruneOneChunk() async throws -> Bool {
        guard let revision = try await database.read({ try OpinionStore.toPrune($0) }) else { return false }
        try await database.write { connection in
            try OpinionStore.prune(connection, revision, limit: Self.pruneLimit)
        }
        return true
    }
}
