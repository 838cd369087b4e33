import Foundation

extension AdCosts {
    /// Takes the costs of an export. The same file once more changes nothing.
    ///
    /// - Parameters:
    ///   - dryRun: says what would be done, and writes nothing.
    ///   - progress: how many costs have been dealt with, of how many.
    /// - Throws: `AdCostFileError` when nothing of the file can be taken.
    public func `import`(
        _ account: Account, _ file: AdCostFile, dryRun: Bool = false, by actor: AuditActor, now: Milliseconds,
        progress: @escaping @Sendable (_ done: Int, _ of: Int) -> Void = { _, _ in }
    ) async throws -> AdCostReport {
        let reading = try await read(account, file, now: now)
        return try await take(account, reading, dryRun: dryRun, by: actor, now: now, progress: progress)
    }

    /// Reads an export, and writes nothing.
    ///
    /// - Throws: `AdCostFileError` when nothing of the file can be taken.
    func read(_ account: Account, _ file: AdCostFile, now: Milliseconds) async throws -> AdCostReading {
        let own = try await database.read { try PipelineStore.currency($0, account.id) }
        return try AdCostReading(file, own: own, tomorrow: Self.tomorrow(now))
    }

    /// Takes the costs of an export that was read.
    func take(
        _ account: Account, _ reading: AdCostReading, dryRun: Bool = false, by actor: AuditActor, now: Milliseconds,
        progress: @escaping @Sendable (_ done: Int, _ of: Int) -> Void = { _, _ in }
    ) async throws -> AdCostReport {
        let costs = reading.costs
        let tally =
            if dryRun {
                try await preview(account.id, costs, progress: { progress($0, costs.count) })
            } else {
                try await save(account.id, costs, by: actor, now: now, progress: { progress($0, costs.count) })
            }
        return AdCostReport(reading, tally)
    }

    /// Where it is tomorrow already, the platform may say so.
    static func tomorrow(_ now: Milliseconds) -> CalendarDate {
        ReportCalendar(zone: .gmt).day(of: now).adding(days: 1)
    }
}
