import Database
import Foundation

/// A real database in a folder of its own, which is gone with it.
final class Scratch: Sendable {
    let database: Database
    private let folder: URL

    init(_ statements: String...) async throws {
        folder = FileManager.default.temporaryDirectory.appending(path: "database-\(UUID().uuidString)")
        try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
        database = try Database(url: "sqlite:\(folder.path)/test.sqlite")
        try await database.write { connection in
            for statement in statements { try connection.execute(statement) }
        }
    }

    deinit {
        try? database.close()
        try? FileManager.default.removeItem(at: folder)
    }

    /// The same file, opened once more: another process, as far as the engine knows.
    func another() throws -> Database { try Database(url: "sqlite:\(folder.path)/test.sqlite") }

    func count(_ table: String) async throws -> Int {
        try await database.read { try $0.row("select count(*) as count from \(table)")?["count"] ?? 0 }
    }
}
