import Database
import DatabaseTesting

/// A real database, which is gone with this object.
final class Scratch: Sendable {
    let database: Database
    private let place: TestDatabase

    init(_ statements: String...) async throws {
        place = try await TestDatabase()
        database = try place.open()
        try await database.write { connection in
            for statement in statements { try connection.execute(statement) }
        }
    }

    deinit { try? database.close() }

    /// The same database, opened once more: another process, as far as the engine knows.
    func another(_ options: DatabaseOptions = DatabaseOptions()) throws -> Database { try place.open(options) }

    func count(_ table: String) async throws -> Int {
        try await database.read { try $0.row("select count(*) as count from \(table)")?["count"] ?? 0 }
    }
}
