import CRM
import Database
import Foundation

/// A server's whole inside over a real database in a folder of its own, which is gone with it.
final class House: Sendable {
    let database: Database
    let crm: CRM
    let seed: Seed
    private let folder: URL
    private var url: String { "sqlite:\(folder.path)/test.sqlite" }

    init(seed number: UInt64 = 1) async throws {
        seed = Seed(number)
        folder = FileManager.default.temporaryDirectory.appending(path: "crm-\(UUID().uuidString)")
        try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
        database = try Database(url: "sqlite:\(folder.path)/test.sqlite")
        try await database.migrate(Schema.migrations, now: .start)
        crm = CRM(database: database, ids: seed.ids) { ip in
            ip.hasPrefix("198.51.100.") ? "Europe/Berlin" : nil
        }
    }

    /// A second server over the same file, as a command beside the first one is.
    func second() throws -> (crm: CRM, database: Database) {
        let database = try Database(url: url)
        return (CRM(database: database, ids: Seed(2).ids), database)
    }

    deinit {
        try? database.close()
        try? FileManager.default.removeItem(at: folder)
    }

    func count(_ table: String, where condition: String = "true") async throws -> Int {
        try await database.read {
            try $0.row("select count(*) as count from \(table) where \(condition)")?["count"] ?? 0
        }
    }

    /// Every text of a table, for looking whether something is left of it.
    func texts(_ columns: String, of table: String) async throws -> [String?] {
        try await database.read { connection in
            try connection.rows("select \(columns) as text from \(table) order by 1").map { try $0["text"] }
        }
    }
}
