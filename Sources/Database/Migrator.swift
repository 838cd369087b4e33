/// A step of the schema. Steps are numbered from 1, appended, and never edited once released.
public struct Migration: Sendable {
    public let number: Int
    public let name: String
    let statements: @Sendable (Dialect) -> [String]

    public init(number: Int, name: String, statements: @escaping @Sendable (Dialect) -> [String]) {
        self.number = number
        self.name = name
        self.statements = statements
    }
}

extension Database {
    /// Brings the schema to the last of `migrations`, each step in the same transaction as its note in `schema_migrations`.
    ///
    /// Several programs may do so at the same time: one does the work, the others wait for it.
    ///
    /// - Throws: `DatabaseError.newerSchema` when a newer program has been at this database.
    public func migrate(_ migrations: [Migration], now: Int64) async throws {
        let known = migrations.last?.number ?? 0
        let found = try await schemaNumber()
        guard found <= known else { throw DatabaseError.newerSchema(found: found, known: known) }
        guard found < known else { return }
        // Read committed: who has waited sees what the other one has done.
        try await write(.readCommitted, limit: .none) { connection in
            try connection.lock([Self.migrationLock])
            let applied = try connection.schemaNumber()
            guard applied <= known else { throw DatabaseError.newerSchema(found: applied, known: known) }
            if applied == 0 { try connection.createMigrationTable() }
            for migration in migrations where migration.number > applied {
                for statement in migration.statements(connection.dialect) {
                    try connection.execute(statement)
                }
                try connection.execute(
                    "insert into schema_migrations (number, name, applied_at) values ($1, $2, $3)",
                    [migration.number, migration.name, now])
            }
        }
    }

    /// "headwater", as a number that no other program uses for its lock.
    private static let migrationLock: Int64 = 0x6865_6164_7761_7465

    /// Throws unless the database answers and has a schema.
    public func ping() async throws {
        _ = try await read { try $0.row("select number from schema_migrations limit 1") }
    }

    /// The number of the last step that has run; 0 for an empty database.
    public func schemaNumber() async throws -> Int {
        try await read { try $0.schemaNumber() }
    }
}

extension Connection {
    fileprivate func schemaNumber() throws -> Int {
        guard try row(dialect.table("schema_migrations")) != nil else { return 0 }
        return try row("select coalesce(max(number), 0) as number from schema_migrations")?["number"] ?? 0
    }

    fileprivate func createMigrationTable() throws {
        try execute(
            """
            create table if not exists schema_migrations (
                number \(dialect.int64) primary key,
                name \(dialect.text) not null,
                applied_at \(dialect.int64) not null
            ) \(dialect.strict)
            """)
    }
}
