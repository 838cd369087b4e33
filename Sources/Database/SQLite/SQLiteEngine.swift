import GRDB

/// One file, one writer, many readers: WAL with `synchronous = FULL`, so that what is committed is on the disk.
struct SQLiteEngine: Engine {
    private let pool: DatabasePool

    var dialect: Dialect { .sqlite }
    var poolStatistics: PoolStatistics? { nil }

    /// - Throws: `DatabaseError.cannotOpen`.
    init(path: String) throws(DatabaseError) {
        do {
            pool = try DatabasePool(path: path, configuration: Self.configuration())
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
        try await pool.write { try body(Connection(engine: SQLiteConnection(database: $0))) }
    }

    func close() throws {
        try pool.close()
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
            // 32 MiB of log before it is copied into the file: under load most pages change again before that.
            try database.execute(sql: "pragma wal_autocheckpoint = 8000")
            try database.execute(sql: "pragma temp_store = memory")
        }
        return configuration
    }
}
