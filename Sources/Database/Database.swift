/// The one seam to an engine: `read`, `write`, rows.
///
/// Reads see a consistent snapshot and never wait for a writer. A `write` is a transaction: it commits durably when its
/// closure returns and leaves nothing behind when it throws. On PostgreSQL a closure may be run again, after a conflict
/// with another writer or on a new connection: it must have no effect but the one on the database.
public struct Database: Sendable {
    private let engine: any Engine

    public var dialect: Dialect { engine.dialect }

    /// Nil for SQLite.
    public var poolStatistics: PoolStatistics? { engine.poolStatistics }

    /// Whether the last attempt to connect to the server failed; never of SQLite.
    public var isUnreachable: Bool { engine.isUnreachable }

    /// Opens the database that `url` names: `sqlite:PATH`, which is made when it is not there, or `postgres://…`, which
    /// is connected to when it is first asked something.
    ///
    /// - Throws: `DatabaseError` when the URL or the file cannot be used.
    public init(url: String, _ options: DatabaseOptions = DatabaseOptions()) throws {
        let scheme = String(url.prefix { $0 != ":" })
        engine =
            switch scheme {
            case "sqlite" where url != scheme: try SQLiteEngine(path: String(url.dropFirst(scheme.count + 1)))
            case "postgres", "postgresql": try PostgresEngine(url: url, options)
            default: throw DatabaseError.unsupportedURL(scheme: scheme)
            }
    }

    public func read<Value: Sendable>(
        limit: TimeLimit = .usual, _ body: @escaping @Sendable (Connection) throws -> Value
    ) async throws -> Value {
        try await engine.read(limit, body)
    }

    @discardableResult
    public func write<Value: Sendable>(
        _ isolation: Isolation = .repeatableRead, limit: TimeLimit = .usual,
        _ body: @escaping @Sendable (Connection) throws -> Value
    ) async throws -> Value {
        try await engine.write(isolation, limit, body)
    }

    /// Closes every connection; what comes after throws.
    public func close() throws {
        try engine.close()
    }
}
