/// What an operator should know of the server behind a database.
public struct ServerFacts: Sendable, Equatable {
    public let version: String
    /// It takes no writes: a standby, or told so.
    public let isReadOnly: Bool
    public let usesTLS: Bool
    /// Nobody on a network can listen.
    public let isOnThisMachine: Bool
    /// How texts are ordered where nothing else is said; Headwater says it everywhere.
    public let collation: String
    /// A commit is on the disk when it is answered.
    public let isDurable: Bool
    public let mostConnections: Int
}

extension Database {
    /// Whether a PostgreSQL URL asks for a TLS that proves who the server is (`sslmode=verify-full` or `verify-ca`).
    ///
    /// - Throws: `DatabaseError.invalidURL`, `unknownURLParameter`.
    public static func provesServer(url: String) throws(DatabaseError) -> Bool {
        try PostgresAddress(url: url).provesServer
    }

    /// Nil for SQLite, which has no server.
    public func serverFacts() async throws -> ServerFacts? {
        guard dialect == .postgres else { return nil }
        return try await read { connection in
            let row = try connection.row(
                """
                select current_setting('server_version') as version,
                       pg_is_in_recovery() or current_setting('default_transaction_read_only') = 'on' as read_only,
                       coalesce((select ssl from pg_stat_ssl where pid = pg_backend_pid()), false) as tls,
                       coalesce(inet_server_addr() <<= '127.0.0.0/8' or inet_server_addr() = '::1', true) as near,
                       (select datcollate from pg_database where datname = current_database()) as collation,
                       current_setting('fsync') = 'on' and current_setting('synchronous_commit') <> 'off' as durable,
                       cast(current_setting('max_connections') as bigint) as connections
                """)
            return try row.map { row in
                ServerFacts(
                    version: try row["version"], isReadOnly: try row["read_only"], usesTLS: try row["tls"],
                    isOnThisMachine: try row["near"], collation: try row["collation"], isDurable: try row["durable"],
                    mostConnections: try row["connections"])
            }
        }
    }
}
