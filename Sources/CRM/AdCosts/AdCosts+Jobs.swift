import Database

extension AdCosts {
    /// How many long files of an account are taken in at the same time.
    static let mostUnderway = 3
    /// Imports that are over and can still be looked at.
    private static let mostKept = 20

    /// Takes the costs of an export: at once where they are few, else in steps that go on whoever waits.
    ///
    /// - Throws: `AdCostFileError` when nothing of the file can be taken; then nothing was written.
    public func receive(
        _ account: Account, _ file: AdCostFile, dryRun: Bool = false, by actor: AuditActor, now: Milliseconds
    ) async throws -> AdCostArrival {
        let reading = try await read(account, file, now: now)
        guard reading.costs.count > mostOfFileAtOnce else {
            return .taken(try await take(account, reading, dryRun: dryRun, by: actor, now: now))
        }
        let ids = ids
        let id = try await database.write { connection in
            guard try AdCostImportStore.underway(connection, account.id) < Self.mostUnderway else {
                throw AdCostFileError.busy
            }
            let job = AdCostJob(
                account: account.id, id: ids.identifier(at: now), isDryRun: dryRun, platform: reading.platform,
                dates: file.dates, currency: try file.currency ?? PipelineStore.currency(connection, account.id),
                startedAt: now, total: reading.costs.count, done: 0, tally: AdCostTally(), step: 0, leaseOwner: nil,
                leaseUntil: 0)
            try AdCostImportStore.insert(connection, job, file.bytes)
            try AdCostImportStore.trim(connection, account.id, keeping: Self.mostKept)
            if !dryRun {
                try Audit.note(
                    connection, account.id, .costsImported, reading.platform.rawValue, by: actor, at: now)
            }
            return job.id
        }
        return .started(id)
    }

    /// The newest imports that went or go on by themselves.
    public func imports(_ account: AccountID, limit: Int = 10) async throws -> [AdCostImport] {
        try await database.read { try AdCostImportStore.newest($0, account, limit: limit) }
    }

    /// An import with what it came to; nil when there is none of that id.
    public func `import`(_ account: AccountID, _ id: AdCostImportID) async throws -> AdCostImport? {
        try await database.read { try AdCostImportStore.find($0, account, id) }
    }
}
