/// What an operator should know of the server behind a database.
public struct ServerFacts: Sendable, Equatable {
    public let version: String
    /// It takes no writes: a standby, or told so.
    public let isReadOnly: Bool
    /// The user may make tables where Headwater's are or will be, as migrations and every new month do.
    public let mayMakeTables: Bool
    public let usesTLS: Bool
    /// Nobody on a network can listen.
    public let isOnThisMachine: Bool
    /// How texts are ordered where nothing else is said; Headwater says it everywhere.
    public let collation: String
    /// A commit is on the disk when it is answered.
    public let isDurable: Bool
    public let mostConnections: Int
}

/// What the server behind a connection with TLS has to prove (libpq's `sslmode`).
public enum ServerProof: Sendable {
    /// That it has the name in the URL (`verify-full`).
    case host
    /// That a certain authority knows it (`verify-ca`): enough with one of one's own.
    case authority
    case nothing
}

extension Database {
    /// What a PostgreSQL URL asks a server to prove.
    ///
    /// - Throws: `DatabaseError.invalidURL`, `unknownURLParameter`.
    public static func proof(url: String) throws(DatabaseError) -> ServerProof { try PostgresAddress(url: url).proof }

    /// Nil for SQLite, which has no server.
    public func serverFacts() async throws -> ServerFacts? {
        guard dialect == .postgres else { return nil }
        return try await read { connection in
            let row = try connection.row(
                """
                select current_setting('server_version') as version,
                       pg_is_in_recovery() or current_setting('default_transaction_read_only') = 'on' as read_only,
                       coalesce(has_schema_privilege(current_schema(), 'create'), false) as may_make,
                       coalesce((select ssl from pg_stat_ssl where pid = pg_backend_pid()), false) as tls,
                       coalesce(inet_server_addr() <<= '127.0.0.0/8' or inet_server_addr() = '::1', true) as near,
                       (select datcollate from pg_database where datname = current_database()) as collation,
                       current_setting('fsync') = 'on' and current_setting('synchronous_commit') <> 'off' as durable,
                       cast(current_setting('max_connections') as bigint) as connections
                """)
            return try row.map { row in
                ServerFacts(
                    version: try row["version"], isReadOnly: try row["read_only"], mayMakeTables: try row["may_make"],
                    usesTLS: try row["tls"],
                    isOnThisMachine: try row["near"], collation: try row["collation"], isDurable: try row["durable"],
                    mostConnections: try row["connections"])
            }
        }
    }
}
