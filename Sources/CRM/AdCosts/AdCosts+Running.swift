import Database

extension AdCosts {
    /// How long a runner that falls silent keeps others from its import.
    static let lease: Milliseconds = 30 * .second
    /// How often in a row a step may fail before the import is given up.
    private static let failureLimit = 5

    /// Takes one step of the import that has waited longest: a thousand rows, written in one transaction together with
    /// the place to go on from.
    ///
    /// Any number of processes may call it: a lease keeps them from one another's imports. A process that is killed
    /// leaves whole steps behind, and another one goes on with the next.
    ///
    /// - Returns: whether there may be more to do.
    /// - Throws: `AdCostStepFailed`; whatever the database throws when it cannot even say what waits.
    public func runOneStep(now: Milliseconds) async throws -> Bool {
        guard let job = try await claim(now: now) else { return false }
        do {
            try await step(job, now: now)
        } catch is CancellationError {
            throw CancellationError()
        } catch {
            let isGivenUp = try await noteFailure(of: job, now: now)
            throw AdCostStepFailed(id: job.id, isGivenUp: isGivenUp, cause: error)
        }
        return true
    }

    /// Lets others go on with what this process has begun: for a graceful shutdown.
    public func release() async throws {
        let runner = runner
        try await database.write { try AdCostImportStore.release($0, runner) }
    }

    /// The import whose turn it is; nil when none waits.
    func claim(now: Milliseconds) async throws -> AdCostJob? {
        let runner = runner
        let found = try await database.read { try AdCostImportStore.runnable($0, for: runner, now: now) }
        guard let job = found else { return nil }
        if job.isHeld(by: runner, at: now) { return job }
        let isClaimed = try await database.write { connection in
            try AdCostImportStore.claim(connection, job, for: runner, until: now + Self.lease, now: now)
        }
        return isClaimed ? job : nil
    }

    func step(_ job: AdCostJob, now: Milliseconds) async throws {
        guard let before = job.tally, let reading = try await reading(of: job), reading.costs.count == job.total else {
            return try await giveUp(job, .unreadable, now: now)
        }
        let part = Array(reading.costs[job.done..<min(job.done + chunk, job.total)])
        let promised =
            job.isDryRun ? try await database.read { try AdCostChange($0, job.account, part).tally } : nil
        let runner = runner
        let isOver = try await database.write { connection in
            guard try AdCostImportStore.begin(connection, job, for: runner, until: now + Self.lease) else {
                return true
            }
            let outcome = try promised ?? Self.write(connection, job.account, part, now: now)
            var tally = before
            tally.add(outcome, from: job.done)
            let done = job.done + part.count
            try AdCostImportStore.advance(connection, job, done: done, tally: tally)
            guard done == job.total else { return false }
            try AdCostImportStore.finish(connection, job, AdCostReport(reading, tally), now: now)
            return true
        }
        if isOver { shelf.forget(job.key) }
    }

    /// The file of an import; nil when it does not say any more what it said when it came.
    private func reading(of job: AdCostJob) async throws -> AdCostReading? {
        if let held = shelf.reading(job.key) { return held }
        let bytes = try await database.read { try AdCostImportStore.bytes($0, job) }
        do {
            let reading = try AdCostReading(
                job.file(bytes), own: job.currency, tomorrow: Self.tomorrow(job.startedAt))
            shelf.hold(reading, of: job.key)
            return reading
        } catch {
            return nil
        }
    }

    private func giveUp(_ job: AdCostJob, _ problem: AdCostImport.Problem, now: Milliseconds) async throws {
        try await database.write { try AdCostImportStore.giveUp($0, job, problem, now: now) }
        shelf.forget(job.key)
    }

    /// Counts a failure of this runner's own step; says whether that was one too many.
    private func noteFailure(of job: AdCostJob, now: Milliseconds) async throws -> Bool {
        let runner = runner
        let isGivenUp = try await database.write { connection in
            let failures = try AdCostImportStore.noteFailure(connection, job, of: runner)
            guard let failures, failures >= Self.failureLimit else { return false }
            try AdCostImportStore.giveUp(connection, job, .refused, now: now)
            return true
        }
        if isGivenUp { shelf.forget(job.key) }
        return isGivenUp
    }
}
