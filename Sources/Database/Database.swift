import Foundation
import GRDB

/// The one seam to an engine: `read`, `write`, rows.
///
/// Reads see a consistent snapshot and never wait for a writer. A `write` is a transaction: it commits durably when its
/// closure returns (WAL with `synchronous = FULL`) and leaves nothing behind when it throws.
public struct Database: Sendable {
    private let pool: DatabasePool

    /// Opens (and creates) the database that `url` names: `sqlite:PATH`.
    ///
    /// - Throws: `DatabaseError` when the URL or the file cannot be used.
    public init(url: String) throws {
        guard let colon = url.firstIndex(of: ":"), url[..<colon] == "sqlite" else {
            throw DatabaseError.unsupportedURL(scheme: String(url.prefix { $0 != ":" }))
        }
        let path = String(url[url.index(after: colon)...])
        do {
            pool = try DatabasePool(path: path, configuration: Self.configuration())
        } catch {
            throw DatabaseError.cannotOpen(path: path, reason: String(describing: error))
        }
    }

    public func read<Value: Sendable>(_ body: @escaping @Sendable (Connection) throws -> Value) async throws -> Value {
        try await pool.read { try body(Connection(database: $0)) }
    }

    public func write<Value: Sendable>(_ body: @escaping @Sendable (Connection) throws -> Value) async throws -> Value {
        try await pool.write { try body(Connection(database: $0)) }
    }

    /// Closes every connection; what comes after throws.
    public func close() throws {
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
            try database.execute(sql: "pragma temp_store = memory")
        }
        return configuration
    }
}
