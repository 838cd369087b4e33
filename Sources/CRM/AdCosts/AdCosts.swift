import Database

/// What ads cost, day by day: brought in by files and programs.
public struct AdCosts: Sendable {
    let database: Database
    let ids: IDSource
    /// What this process calls itself when it takes an import on.
    let runner = RunnerID()
    let shelf = AdCostShelf()

    init(database: Database, ids: IDSource) {
        self.database = database
        self.ids = ids
    }

    /// How many rows share a transaction.
    var chunk = 1_000
    /// A file with more costs is taken in by steps.
    var mostOfFileAtOnce = mostAtOnce
    /// How many rows a program may send at once.
    public static let mostAtOnce = 5_000

    /// Writes costs; the same ones once more change nothing, and newer figures of the same day replace the older.
    ///
    /// - Parameter progress: how many of `costs` have been dealt with.
    public func save(
        _ account: AccountID, _ costs: [AdCost], by actor: AuditActor, now: Milliseconds,
        progress: @Sendable (Int) -> Void = { _ in }
    ) async throws -> AdCostTally {
        var tally = AdCostTally()
        for start in stride(from: 0, to: costs.count, by: chunk) {
            let part = Array(costs[start..<min(start + chunk, costs.count)])
            let outcome = try await database.write { connection in
                let outcome = try Self.write(connection, account, part, now: now)
                if start == 0 {
                    try Audit.note(connection, account, .costsImported, part[0].platform.rawValue, by: actor, at: now)
                }
                return outcome
            }
            tally.add(outcome, from: start)
            progress(start + part.count)
        }
        return tally
    }

    /// What `save` would do, without writing anything.
    public func preview(
        _ account: AccountID, _ costs: [AdCost], progress: @Sendable (Int) -> Void = { _ in }
    ) async throws -> AdCostTally {
        var tally = AdCostTally()
        for start in stride(from: 0, to: costs.count, by: chunk) {
            let part = Array(costs[start..<min(start + chunk, costs.count)])
            tally.add(try await database.read { try AdCostChange($0, account, part).tally }, from: start)
            progress(start + part.count)
        }
        return tally
    }

    static func write(
        _ connection: Connection, _ account: AccountID, _ costs: [AdCost], now: Milliseconds
    ) throws -> AdCostTally {
        let change = try AdCostChange(connection, account, costs)
        try AdCostStore.delete(connection, account, change.replaced)
        try AdCostStore.save(connection, account, change.writes, now: now)
        return change.tally
    }

    /// Takes away what was brought in for some days; says how many rows that were.
    public func remove(
        _ account: AccountID, _ platform: AdPlatform, _ days: ReportDays, by actor: AuditActor, now: Milliseconds
    ) async throws -> Int {
        try await database.write { connection in
            let removed = try AdCostStore.deleteAll(connection, account, platform, days)
            if removed > 0 {
                let subject = "\(platform.rawValue) \(days.first) to \(days.last)"
                try Audit.note(connection, account, .costsRemoved, subject, by: actor, at: now)
            }
            return removed
        }
    }

    /// What there is, a line for each platform.
    public func holdings(_ account: AccountID) async throws -> [AdCostHolding] {
        try await database.read { try AdCostStore.holdings($0, account) }
    }

    /// The rows of some days, one after the other, in the order of platform, day, level and thing.
    public func forEach(
        _ account: AccountID, _ platform: AdPlatform, _ days: ReportDays,
        _ body: @escaping @Sendable (AdCost, _ updatedAt: Milliseconds) throws -> Void
    ) async throws {
        try await database.read { try AdCostStore.forEach($0, account, platform, days, body) }
    }
}
