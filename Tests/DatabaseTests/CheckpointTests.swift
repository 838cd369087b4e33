import Database
import Foundation
import Testing

/// The log of SQLite, which is copied into the file beside whoever writes.
@Suite struct CheckpointTests {
    private let folder = FileManager.default.temporaryDirectory.appending(path: "headwater-log-\(UUID())")

    @Test func `the log of a database that is written to without a pause does not grow without end`() async throws {
        try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
        defer { try? FileManager.default.removeItem(at: folder) }
        let file = folder.appending(path: "busy.sqlite")
        let database = try Database(url: "sqlite:\(file.path)")
        try await database.write { connection in
            try connection.execute("create table pages (id integer primary key, content blob not null) strict")
            try connection.execute("insert into pages (id, content) values (1, zeroblob(1))")
        }
        let megabytes = 240
        for number in 1...megabytes / 4 {
            try await database.write { connection in
                let content = [UInt8](repeating: UInt8(truncatingIfNeeded: number), count: 4 << 20)
                try connection.execute("update pages set content = $1 where id = 1", [content])
            }
        }
        let log = try FileManager.default.attributesOfItem(atPath: file.path + "-wal")[.size] as? Int ?? .max
        #expect(log < (megabytes << 20) * 2 / 3)
        let content: [UInt8] = try await database.read { try $0.row("select content from pages")?["content"] ?? [] }
        #expect(content.count == 4 << 20 && content.last == UInt8(megabytes / 4))
        try database.close()
        #expect(!FileManager.default.fileExists(atPath: file.path + "-wal"))
    }
}
