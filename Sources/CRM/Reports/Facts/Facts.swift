import Database

/// Keeps what reports read: copies of the facts in columns, made anew where something has changed.
///
/// Any number of processes may run it; by a lease one of them works at a time. What it reads, it reads beside those who
/// write; what it writes is one short transaction.
public struct Facts: Sendable {
    let database: Database
    private let lease = FactLease()
    private let turns = FactTurns()
    private let rota = FactRota()
    private let partRows: Int
    private let mostWeight: Int

    /// An account with more marks than this is read from the beginning, which costs less than to look at them all.
    private static let crowd = 500_000
    /// The words of somebody who was erased are swept so long after; who is erased together is swept together.
    static let sweepDelay: Milliseconds = 5 * .minute
    /// How often values that nobody uses are looked for anyway.
    static let sweepInterval: Milliseconds = 7 * .day
    /// Days that have changed are rolled up again so long after; what changes together is rolled up together.
    static let rollUpDelay: Milliseconds = 30 * .second

    /// - Parameter mostWeight: so much of what has changed is mended in a turn.
    init(
        database: Database, partRows: Int = FactBuilder.partRows, mostWeight: Int = FactMending.mostWeight
    ) {
        self.database = database
        self.partRows = partRows
        self.mostWeight = mostWeight
    }

    /// Takes a turn: the parts that marks point at, a step of what is made from the beginning, or, where there is
    /// nothing of that, one field swept or some days rolled up.
    ///
    /// Turns of one process wait for each other; of several processes one takes turns, and the others do nothing.
    public func runOnce(now: Milliseconds) async throws -> FactRun {
        try await turns.take { try await turn(now: now) }
    }

    private func turn(now: Milliseconds) async throws -> FactRun {
        let look = try await database.read { try FactLook($0, now: now) }
        guard look.hasWork else { return FactRun(.idle) }
        guard try await lease.take(database, now: now) else {
            var run = FactRun(.elsewhere)
            run.waiting = look.waiting
            return run
        }
        var run = FactRun(.hasMore)
        run.waiting = look.waiting
        run.isThrough = look.waiting == 0
        var isHeld = true
        if look.waiting > 0 { isHeld = try await mend(look, now: now, into: &run) }
        if isHeld, let walk = look.walk {
            isHeld = try await step(walk, now: now, into: &run)
        } else if isHeld, let sweep = look.sweep, run.isThrough {
            isHeld = try await self.sweep(sweep.account, after: sweep.field, now: now)
        } else if isHeld, let account = look.rollUp, run.isThrough {
            isHeld = try await rollUp(account, now: now)
        }
        if !isHeld {
            run.state = .elsewhere
        } else if run.isThrough, look.walk == nil, look.sweep == nil {
            run.state = .caughtUp
        }
        return run
    }

    /// Takes turns until nothing is left to do, or another process does it.
    @discardableResult
    public func catchUp(now: Milliseconds) async throws -> FactRun {
        var run = try await runOnce(now: now)
        while run.state == .hasMore || run.state == .caughtUp { run = try await runOnce(now: now) }
        return run
    }

    /// Has everything made again: of one account, or of all of them. Whoever takes turns does it.
    public func rebuild(_ account: AccountID? = nil) async throws {
        try await database.write { connection in
            try FactState.open(connection)
            try FactState.restart(connection, account)
        }
    }

    public func progress(of account: AccountID? = nil) async throws -> FactProgress {
        try await database.read { try FactState.progress($0, account) }
    }

    /// Lets another process take the next turn at once.
    public func release() async throws { try await turns.take { try await lease.release(database) } }

    private func mend(_ look: FactLook, now: Milliseconds, into run: inout FactRun) async throws -> Bool {
        if look.waiting == FactMending.mostMarks, try await thinOut(now: now) { return true }
        let (partRows, mostWeight, last) = (partRows, mostWeight, rota.last)
        let mending = try await database.read { connection in
            let marks = try FactMarkStore.oldest(
                connection, limit: FactMending.mostMarks, lookups: FactMending.mostLookups, last: last)
            return try FactMending(connection, marks, partRows: partRows, mostWeight: mostWeight)
        }
        let isHeld = try await write(mending.builds, now: now) { connection in
            try FactMarkStore.delete(connection, mending.done)
            // Asks it of those that nobody has asked it of, which a new account is.
            for build in mending.builds {
                try FactState.sweep(connection, build.account, at: now + Self.sweepInterval)
            }
            for account in mending.bereaved {
                try FactState.sweep(connection, account, at: now + Self.sweepDelay)
            }
        }
        if isHeld {
            run.count(mending.builds, marks: mending.done.count)
            run.isThrough = mending.isWhole
            if mending.isWhole { rota.clear() } else { rota.note(unfinished: mending.unfinished) }
        }
        return isHeld
    }

    /// Has an account read from the beginning in place of too many marks; says whether it did.
    ///
    /// The walk begins again with every lot of marks that goes, so that it sees what they told of.
    private func thinOut(now: Milliseconds) async throws -> Bool {
        let crowded = try await database.read {
            try FactMarkStore.crowded($0, among: Self.crowd * 2, most: Self.crowd)
        }
        guard !crowded.isEmpty else { return false }
        return try await write([], now: now) { connection in
            for account in crowded {
                try FactMarkStore.deleteOldest(connection, account, among: Self.crowd / 5)
                try FactState.restart(connection, account)
            }
        }
    }

    private func step(_ walk: FactWalk, now: Milliseconds, into run: inout FactRun) async throws -> Bool {
        if !walk.isCounted {
            let count = try await database.read(limit: .none) { try walk.count($0) }
            guard try await write([], now: now, { try FactState.note($0, walk, allRows: count) }) else { return false }
        }
        let partRows = partRows
        let step = try await database.read { try walk.step($0, partRows: partRows) }
        let builds = step.map { [$0.build] } ?? []
        let isHeld = try await write(builds, now: now) { connection in
            try FactState.advance(connection, walk, to: step?.next, rows: builds.first?.rows ?? 0, now: now)
        }
        if isHeld { run.count(builds, marks: 0) }
        return isHeld
    }

    private func sweep(_ account: AccountID, after field: String, now: Milliseconds) async throws -> Bool {
        let sweep = try await database.read { try FactSweep($0, account, after: field) }
        return try await write([], now: now) { try sweep.write($0, next: now + Self.sweepInterval) }
    }

    private func rollUp(_ account: AccountID, now: Milliseconds) async throws -> Bool {
        let build = try await database.read(limit: .none) { try RollupBuilder.build($0, account, now: now) }
        return try await write([], now: now) { connection in
            try RollupStore.write(connection, build)
            try FactState.rolledUp(connection, account, next: build.next)
        }
    }

    /// Writes what was made under the lease; false when somebody else has it by now, and nothing was written.
    private func write(
        _ builds: [FactBuild], now: Milliseconds, _ others: @escaping @Sendable (Connection) throws -> Void
    ) async throws -> Bool {
        let isHeld = try await database.write { [lease] connection in
            guard try lease.renew(connection, now: now) else { return false }
            for build in builds {
                try FactValueStore.insert(connection, build.account, build.newValues)
                try FactPartStore.replace(connection, build)
                // Days in which something is otherwise now are no longer rolled up.
                let isDropped = try RollupStore.drop(connection, build.account, build.changed)
                try FactState.rollUp(
                    connection, build.account, at: now + Self.rollUpDelay,
                    isSooner: isDropped || build.reaches(before: now - .day))
            }
            try others(connection)
            return true
        }
        lease.note(isHeld: isHeld, now: now)
        return isHeld
    }
}
