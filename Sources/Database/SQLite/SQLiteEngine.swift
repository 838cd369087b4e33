import GRDB
import Synchronization

/// One file, one writer, many readers: a log (WAL) that is on the disk before a write returns. Readers see what is
/// committed a moment earlier.
final class SQLiteEngine: Engine {
    private let pool: DatabasePool
    private let checkpoints: SQLiteCheckpoints
    private let log: SQLiteLog
    private let writerOnly = WriterOnly()
    private let isSettled = Atomic(false)
    private let longestRead: Duration

    /// The writer's statements, and why the log could not be settled when that was last tried.
    // Unchecked because GRDB, and not the compiler, sees to it that one write runs at a time: nothing else looks at them.
    private final class WriterOnly: @unchecked Sendable {
        let statements = SQLiteShelf()
        var unsettled: (error: any Error, at: ContinuousClock.Instant)?
    }

    var dialect: Dialect { .sqlite }
    var poolStatistics: PoolStatistics? { nil }
    var isUnreachable: Bool { false }

    /// - Parameter longestRead: after which a statement of a `read` that is usual is ended; PostgreSQL's limit.
    /// - Throws: `DatabaseError.cannotOpen`.
    init(path: String, longestRead: Duration = .seconds(30)) throws(DatabaseError) {
        self.longestRead = longestRead
        do {
            pool = try DatabasePool(path: path, configuration: Self.configuration())
            let checkpoints = try SQLiteCheckpoints(path: path, Self.configuration())
            try pool.writeWithoutTransaction { writer in
                checkpoints.watch(writer)
                // `SQLiteLog` writes out what is committed. SQLite still does so with the log before it copies it, and with
                // the file before the log begins anew.
                try writer.execute(sql: "pragma synchronous = normal")
                // Its indexes are written all over the place.
                try writer.execute(sql: "pragma cache_size = -48000")
            }
            self.checkpoints = checkpoints
            log = try SQLiteLog(path: path)
        } catch {
            throw error as? DatabaseError ?? .cannotOpen(path: path, reason: SQLiteComplaint.text(error, at: path))
        }
    }

    func read<Value: Sendable>(
        _ limit: TimeLimit, _ body: @escaping @Sendable (Connection) throws -> Value
    ) async throws -> Value {
        let longest: Duration? = limit == .usual ? longestRead : nil
        return try await pool.read { database in
            let clock = longest.map { SQLiteClock(database, longest: $0) }
            defer { clock?.stop() }
            return try body(Connection(engine: SQLiteConnection(database: database, clock: clock)))
        }
    }

    func write<Value: Sendable>(
        _: Isolation, _: TimeLimit, _ body: @escaping @Sendable (Connection) throws -> Value
    ) async throws -> Value {
        try log.check()
        if !isSettled.load(ordering: .acquiring) { try await pool.writeWithoutTransaction { try self.settle($0) } }
        let value = try await pool.write { [writerOnly] database in
            try body(Connection(engine: SQLiteConnection(database: database, shelf: writerOnly.statements)))
        }
        try await log.sync()
        return value
    }

    func close() throws {
        pool.unsafeReentrantWrite { [writerOnly] _ in writerOnly.statements.removeAll() }
        // The copier last: the pool's readers, which it closes after its writer, cannot empty the log for good.
        try pool.close()
        try checkpoints.close()
        log.close()
    }

    /// Brings what an earlier run has left in the log onto the disk, before anything is appended to it.
    ///
    /// A run that ended because the disk did not take the log may have left a hole in it that nobody sees while the pages
    /// are in memory: what would be committed behind it would be lost with the machine's power. Readers may have the log
    /// open for hours, so it is not copied into the file, which would have to wait for them, but written once more.
    private func settle(_ writer: GRDB.Database) throws {
        guard !isSettled.load(ordering: .relaxed) else { return }
        if let (error, at) = writerOnly.unsettled, .now - at < .seconds(1) { throw error }
        do {
            try writer.inTransaction(.immediate) {
                try log.rewrite()
                return .rollback
            }
            isSettled.store(true, ordering: .releasing)
        } catch {
            // Whoever comes next does not wait as long again.
            writerOnly.unsettled = (error, .now)
            throw error
        }
    }

    private static func configuration() -> Configuration {
        var configuration = Configuration()
        configuration.foreignKeysEnabled = true
        // Another process (a command beside the server) may hold the write lock for a moment.
        configuration.busyMode = .timeout(10)
        configuration.maximumReaderCount = 8
        configuration.prepareDatabase { database in
            try database.execute(sql: "pragma cache_size = -16000")
            // See `SQLiteCheckpoints`.
            try database.execute(sql: "pragma wal_autocheckpoint = 0")
            try database.execute(sql: "pragma temp_store = memory")
        }
        return configuration
    }
}
