import Foundation
import Testing

@testable import Database

/// What is committed to SQLite is on the disk before its writer hears of it.
struct SQLiteLogTests {
    private let folder = FileManager.default.temporaryDirectory.appending(path: "log-\(UUID())")

    init() throws { try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true) }

    @Test func `whoever waits at the same time is served together, and everybody is`() async throws {
        defer { try? FileManager.default.removeItem(at: folder) }
        let path = folder.appending(path: "a.sqlite").path
        try Data().write(to: URL(filePath: path + "-wal"))
        let log = try SQLiteLog(path: path)
        try await withThrowingTaskGroup(of: Void.self) { group in
            for _ in 0..<500 { group.addTask { try await log.sync() } }
            try await group.waitForAll()
        }
        try log.check()
        log.close()
    }

    @Test func `a disk that has failed once is not written to again`() async throws {
        defer { try? FileManager.default.removeItem(at: folder) }
        let path = folder.appending(path: "b.sqlite").path
        // A device that knows no `fdatasync` stands in for a disk that fails at it.
        try FileManager.default.createSymbolicLink(atPath: path + "-wal", withDestinationPath: "/dev/null")
        let log = try SQLiteLog(path: path)
        try log.check()
        await #expect(throws: DatabaseError.self) { try await log.sync() }
        #expect(throws: DatabaseError.diskFailed(reason: "Invalid argument")) { try log.check() }
        log.close()
    }

    @Test func `a database without a log is not opened`() {
        defer { try? FileManager.default.removeItem(at: folder) }
        #expect(throws: DatabaseError.self) { try SQLiteLog(path: folder.appending(path: "c.sqlite").path) }
    }
}
