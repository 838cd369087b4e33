import Database

/// Brings contacts from files in, with their history.
public struct Imports: Sendable {
    let database: Database
    let ids: IDSource
    let shelf: BookShelf

    /// How many records share a transaction.
    private static let chunk = 1_000

    /// What to import, and how.
    public struct Wish: Sendable {
        public let account: AccountID
        public let file: ImportFile
        public let duplicates: ImportDuplicates
        /// Import a file that was imported before once more.
        public let again: Bool

        public init(account: AccountID, file: ImportFile, duplicates: ImportDuplicates, again: Bool = false) {
            self.account = account
            self.file = file
            self.duplicates = duplicates
            self.again = again
        }
    }

    /// The columns of a file that nothing is known of.
    ///
    /// - Throws: `ImportError.noColumns` when none is known.
    public func unknownColumns(_ wish: Wish) async throws -> [String] {
        let fields = try await fields(wish.account)
        guard wish.file.format == .csv else { return [] }
        guard let columns = wish.file.columns(fields: fields), columns.targets.contains(where: { $0 != .passed }) else {
            throw ImportError.noColumns
        }
        return columns.unknown
    }

    /// Says what an import would do, record by record, and writes nothing.
    public func dryRun(_ wish: Wish, report: (ImportLine) throws -> Void) async throws -> ImportRun {
        var run = ImportRun(id: ImportID(rawValue: ""), fileName: wish.file.name, startedAt: 0)
        var seen = ImportKeys()
        for records in wish.file.chunks(of: Self.chunk, fields: try await fields(wish.account)) {
            let known = seen
            let found = try await database.read { try ImportKeys($0, wish.account, records) }
            let lines = ImportBatch.foresee(records, known: known.merged(with: found), wish.duplicates)
            seen.add(records)
            run.count(lines)
            for line in lines { try report(line) }
        }
        return run
    }

    /// Imports a file, some hundred records a transaction. One that was interrupted goes on where it was: what is done is
    /// written with the contacts themselves.
    ///
    /// - Throws: `ImportError`.
    public func run(
        _ wish: Wish, by actor: AuditActor, now: Milliseconds, report: (ImportLine) throws -> Void,
        progress: (ImportRun) throws -> Void
    ) async throws -> ImportRun {
        var run = try await begin(wish, by: actor, now: now)
        let fields = try await fields(wish.account)
        let (ids, shelf) = (ids, shelf)
        for records in wish.file.chunks(of: Self.chunk, after: run.done, fields: fields) {
            try Task.checkCancellation()
            let before = run
            // Whoever comes without an age is as old as the import, and those of one transaction come at one moment.
            let now = now + Milliseconds(before.done / Self.chunk)
            let (lines, after) = try await database.write { connection in
                let lines = try ImportBatch(
                    connection, wish, fields: fields, ids: ids, shelf: shelf, now: now
                ).write(records)
                var after = before
                after.count(lines)
                try ImportStore.save(connection, wish.account, after, after: before.done)
                return (lines, after)
            }
            run = after
            for line in lines { try report(line) }
            try progress(run)
        }
        run.finishedAt = now
        let finished = run
        try await database.write { try ImportStore.save($0, wish.account, finished, after: finished.done) }
        return finished
    }

    /// The imports of an account, newest first; at most a hundred.
    public func all(_ account: AccountID) async throws -> [ImportRun] {
        try await database.read { try ImportStore.all($0, account) }
    }

    private func fields(_ account: AccountID) async throws -> [CustomField] {
        try await database.read { try FieldStore.all($0, account) }
    }

    private func begin(_ wish: Wish, by actor: AuditActor, now: Milliseconds) async throws -> ImportRun {
        let (ids, fingerprint) = (ids, wish.file.fingerprint + wish.duplicates.rawValue)
        return try await database.write { connection in
            if let last = try ImportStore.last(connection, wish.account, fingerprint) {
                guard let finished = last.finishedAt else { return last }
                guard wish.again else { throw ImportError.finishedBefore(finished) }
            }
            let run = ImportRun(id: ids.identifier(at: now), fileName: wish.file.name, startedAt: now)
            try ImportStore.insert(connection, wish.account, run, fingerprint)
            try Audit.note(connection, wish.account, .importStarted, run.id.rawValue, by: actor, at: now)
            return run
        }
    }
}
