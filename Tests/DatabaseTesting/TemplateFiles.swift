import Database
import Foundation

/// SQLite files that have a schema already: writing a copy of one is quicker than the migrations.
actor TemplateFiles {
    private struct Key: Hashable {
        let names: [String]
        let now: Int64
    }

    private var making: [Key: Task<Data, any Error>] = [:]

    /// The bytes of a database with this schema and nothing else, made once however many ask at the same time.
    func schema(_ migrations: [Migration], now: Int64) async throws -> Data {
        let key = Key(names: migrations.map { "\($0.number) \($0.name)" }, now: now)
        let task = making[key] ?? Task { try await Self.make(migrations, now: now) }
        making[key] = task
        return try await task.value
    }

    private static func make(_ migrations: [Migration], now: Int64) async throws -> Data {
        let folder = FileManager.default.temporaryDirectory.appending(path: "template-\(UUID().uuidString)")
        try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
        defer { try? FileManager.default.removeItem(at: folder) }
        let database = try Database(url: "sqlite:\(folder.path)/schema.sqlite")
        try await database.migrate(migrations, now: now)
        // Closing copies the log into the file.
        try database.close()
        return try Data(contentsOf: folder.appending(path: "schema.sqlite"))
    }
}
