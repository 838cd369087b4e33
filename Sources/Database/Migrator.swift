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
    /// - Throws: `DatabaseError.newerSchema` when a newer program has been at this database.
    public func migrate(_ migrations: [Migration], now: Int64) async throws {
        try await write { connection in
            let applied = try connection.schemaNumber()
            let known = migrations.last?.number ?? 0
            guard applied <= known else { throw DatabaseError.newerSchema(found: applied, known: known) }
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

    /// Throws unless the database answers and has a schema.
    public func ping() async throws {
        _ = try await read { try $0.row("select number from schema_migrations limit 1") }
    }

    /// The number of the last step that has run; 0 for an empty database.
    public func schemaNumber() async throws -> Int {
        try await write { try $0.schemaNumber() }
    }
}

extension Connection {
    fileprivate func schemaNumber() throws -> Int {
        try execute(
            """
            create table if not exists schema_migrations (
                number \(dialect.int64) primary key,
                name \(dialect.text) not null,
                applied_at \(dialect.int64) not null
            ) \(dialect.strict)
            """)
        return try row("select coalesce(max(number), 0) as number from schema_migrations")?["number"] ?? 0
    }
}
