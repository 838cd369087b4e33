import CRM
import Database
import DatabaseTesting
import Foundation

/// A server's whole inside over a real database of its own, which is gone with it.
final class House: Sendable {
    let database: Database
    let crm: CRM
    let seed: Seed
    private let place: TestDatabase

    init(seed number: UInt64 = 1) async throws {
        seed = Seed(number)
        place = try await TestDatabase(migrations: Schema.migrations, now: .start)
        database = try place.open()
        crm = CRM(database: database, ids: seed.ids) { ip in
            ip.hasPrefix("198.51.100.") ? "Europe/Berlin" : nil
        }
    }

    /// A second server over the same database, as another node or a command beside the first one is.
    func second() throws -> (crm: CRM, database: Database) {
        let database = try place.open()
        return (CRM(database: database, ids: Seed(2).ids), database)
    }

    deinit { try? database.close() }

    func count(_ table: String, where condition: String = "true") async throws -> Int {
        try await database.read {
            try $0.row("select count(*) as count from \(table) where \(condition)")?["count"] ?? 0
        }
    }

    /// How the engine writes bytes as a text.
    func hex(_ column: String) -> String {
        switch database.dialect {
        case .sqlite: "hex(\(column))"
        case .postgres: "encode(\(column), 'hex')"
        }
    }

    /// Every text of a table, for looking whether something is left of it.
    func texts(_ columns: String, of table: String) async throws -> [String?] {
        try await database.read { connection in
            try connection.rows("select \(columns) as text from \(table) order by 1").map { try $0["text"] }
        }
    }
}
