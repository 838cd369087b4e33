import GRDB

/// One file, one writer, many readers: WAL with `synchronous = FULL`, so that what is committed is on the disk.
struct SQLiteEngine: Engine {
    private let pool: DatabasePool
    private let checkpoints: SQLiteCheckpoints
    private let shelf = WriterOnly()

    /// The writer's statements, which the closure of a write alone looks at: one at a time.
    private final class WriterOnly: @unchecked Sendable {
        let statements = SQLiteShelf()
    }

    var dialect: Dialect { .sqlite }
    var poolStatistics: PoolStatistics? { nil }

    /// - Throws: `DatabaseError.cannotOpen`.
    init(path: String) throws(DatabaseError) {
        do {
            pool = try DatabasePool(path: path, configuration: Self.configuration())
            let checkpoints = try SQLiteCheckpoints(path: path, Self.configuration())
            pool.writeWithoutTransaction { checkpoints.watch($0) }
            self.checkpoints = checkpoints
        } catch {
            throw .cannotOpen(path: path, reason: String(describing: error))
        }
    }

    func read<Value: Sendable>(
        _: TimeLimit, _ body: @escaping @Sendable (Connection) throws -> Value
    ) async throws -> Value {
        try await pool.read { try body(Connection(engine: SQLiteConnection(database: $0))) }
    }

    func write<Value: Sendable>(
        _: Isolation, _: TimeLimit, _ body: @escaping @Sendable (Connection) throws -> Value
    ) async throws -> Value {
        try await pool.write { [shelf] database in
            try body(Connection(engine: SQLiteConnection(database: database, shelf: shelf.statements)))
        }
    }

    func close() throws {
        pool.unsafeReentrantWrite { [shelf] _ in shelf.statements.removeAll() }
        // The copier last: the pool's readers, which it closes after its writer, cannot empty the log for good.
        try pool.close()
        try checkpoints.close()
    }

    private static func configuration() -> Configuration {
        var configuration = Configuration()
        configuration.foreignKeysEnabled = true
        // Another process (a command beside the server) may hold the write lock for a moment.
        configuration.busyMode = .timeout(10)
        configuration.maximumReaderCount = 8
        configuration.prepareDatabase { database in
            try database.execute(sql: "pragma synchronous = full")
            try database.execute(sql: "pragma cache_size = -16000")
            // See `SQLiteCheckpoints`.
            try database.execute(sql: "pragma wal_autocheckpoint = 0")
            try database.execute(sql: "pragma temp_store = memory")
        }
        return configuration
    }
}
