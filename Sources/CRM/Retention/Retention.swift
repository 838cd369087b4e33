import Database

/// Deletes what has been kept for long enough, a little at a time, so that whoever writes never waits for long.
///
/// Any number of processes may run it: a lease keeps them from one another's rounds, and a round goes on where the last
/// run of it stopped.
public struct Retention: Sendable {
    let database: Database
    private let runner = RunnerID()

    /// How long ago what comes in may have happened: a browser's moment is never taken to be older.
    static let latestArrival: Milliseconds = 30 * .day
    /// How long the id of a page view is remembered: what is sent again later than this never has the key of the row that
    /// it repeats.
    static let eventIDTime: Milliseconds = latestArrival + .day
    /// A claim is a lock that lasts for one transaction; nothing asks for it later.
    static let claimTime: Milliseconds = .day
    /// Longer than any throttle looks back.
    static let attemptTime: Milliseconds = 2 * .day
    /// How long one can look at what was sent to whom.
    static let outboxTime: Milliseconds = 30 * .day
    static let refusalMonths = 13

    /// A round walks along whole tables, so one a day is enough.
    private static let interval: Milliseconds = .day
    /// A runner that falls silent keeps the others from the round for so long.
    static let lease: Milliseconds = 15 * .minute
    /// Rows that are looked at in one go, and go in one transaction.
    static let chunk = 1_000

    /// Looks at as many chunks as the budget allows, and deletes what is over in each.
    ///
    /// - Parameters:
    ///   - budget: how many chunks at most; a thousand take a minute or two where every one of them deletes.
    ///   - rest: called after each transaction with the time that it took; others write meanwhile.
    public func runOnce(
        now: Milliseconds, budget: Int = 1_000,
        rest: @Sendable (Duration) async throws -> Void = { try await Task.sleep(for: max($0 * 4, .milliseconds(20))) }
    ) async throws -> RetentionRun {
        let beginning = try await begin(now)
        guard case .round(let place) = beginning else { return RetentionRun(state: beginning.state) }
        var run = RetentionRun(state: .hasMore)
        let accounts = try await database.read { try RetentionStore.accounts($0) }
        if place == nil { try await keepPartitions(accounts, now: now, into: &run) }
        var left = budget
        for turn in RetentionTurn.all(of: accounts, now: now, from: place) {
            var key = turn.start(place)
            var isOver = false
            while !isOver {
                try Task.checkCancellation()
                guard left > 0 else {
                    try await note(turn.place(key), now: now)
                    return run
                }
                left -= 1
                let (turned, from) = (turn, key)
                let chunk = try await database.read { try RetentionStore.chunk($0, turned, after: from, Self.chunk) }
                if chunk.hasExpired {
                    guard try await delete(chunk, of: turn, after: key, now: now, into: &run, rest) else {
                        run.state = .idle
                        return run
                    }
                }
                key = chunk.last ?? key
                isOver = chunk.isLast
            }
        }
        try await finish(now: now)
        run.state = .finished
        return run
    }

    private enum Beginning {
        case round(from: RetentionPlace?)
        case idle
        case waiting(until: Milliseconds)

        var state: RetentionRun.State {
            if case .waiting(let moment) = self { .waiting(until: moment) } else { .idle }
        }
    }

    /// Takes the lease, if there is something to do and nobody else is at it.
    private func begin(_ now: Milliseconds) async throws -> Beginning {
        let runner = runner
        return try await database.write { connection in
            guard var job = try RetentionStore.job(connection) else { return .idle }
            guard job.leaseUntil <= now || job.leaseUntil > now + Self.lease || job.leaseOwner == runner.text else {
                return .idle
            }
            let isBelieved = job.clock.look(now)
            let isDue = job.place != nil || job.roundBeganAt.map { now < $0 || now >= $0 + Self.interval } ?? true
            job.leaseOwner = isBelieved && isDue ? runner.text : nil
            job.leaseUntil = isBelieved && isDue ? now + Self.lease : 0
            if isBelieved, isDue, job.place == nil { job.roundBeganAt = now }
            try RetentionStore.save(connection, job)
            guard isBelieved else { return .waiting(until: job.clock.resumesAt ?? now) }
            return isDue ? .round(from: job.place) : .idle
        }
    }

    /// Deletes what is over in a chunk, together with the note of where the round stands; false when the lease is lost.
    private func delete(
        _ chunk: RetentionStore.Chunk, of turn: RetentionTurn, after key: RetentionKey, now: Milliseconds,
        into run: inout RetentionRun, _ rest: @Sendable (Duration) async throws -> Void
    ) async throws -> Bool {
        let runner = runner
        let start = ContinuousClock.now
        let count = try await database.write { connection -> Int? in
            let place = turn.place(chunk.last)
            guard try RetentionStore.advance(connection, to: place, runner, until: now + Self.lease) else { return nil }
            return try RetentionStore.delete(connection, turn, after: key, to: chunk)
        }
        guard let count else { return false }
        run.deleted[turn.step.walk.table, default: 0] += count
        try await rest(ContinuousClock.now - start)
        return true
    }

    private func note(_ place: RetentionPlace, now: Milliseconds) async throws {
        let runner = runner
        _ = try await database.write { try RetentionStore.advance($0, to: place, runner, until: now + Self.lease) }
    }

    private func finish(now: Milliseconds) async throws {
        let runner = runner
        _ = try await database.write { try RetentionStore.advance($0, to: nil, runner, until: 0) }
    }
}
