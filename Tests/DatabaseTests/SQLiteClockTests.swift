import Foundation
import Testing

@testable import Database

/// A read on SQLite that takes too long is ended, as PostgreSQL ends it.
@Suite struct SQLiteClockTests {
    private let folder = FileManager.default.temporaryDirectory.appending(path: "clock-\(UUID().uuidString)")

    /// Counts for ever without a row.
    private static let endless = "with recursive n (i) as (select 1 union all select i + 1 from n) select max(i) from n"

    private func engine(longestRead: Duration = .milliseconds(30)) throws -> SQLiteEngine {
        try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
        return try SQLiteEngine(path: folder.appending(path: "headwater.sqlite").path, longestRead: longestRead)
    }

    private func close(_ engine: SQLiteEngine) {
        try? engine.close()
        try? FileManager.default.removeItem(at: folder)
    }

    @Test(.timeLimit(.minutes(10)))
    func `an endless statement is ended as one that may be asked for again, and the next read is served`() async throws
    {
        let engine = try engine()
        defer { close(engine) }
        var faults: [DatabaseFault] = []
        for _ in 0..<3 {
            do {
                _ = try await engine.read(.usual) { try $0.row(Self.endless) }
            } catch {
                faults.append(DatabaseFault(error))
            }
        }
        #expect(faults == [.busy, .busy, .busy])
        let one = try await engine.read(.usual) { try $0.row("select 1 as one")?["one"] as Int? }
        #expect(one == 1)
    }

    @Test(.timeLimit(.minutes(10)))
    func `a walk that goes on finding rows is let go on`() async throws {
        let engine = try engine()
        defer { close(engine) }
        let rows = try await engine.read(.usual) { connection in
            let start = ContinuousClock.now
            var rows = 0
            try connection.scan("with recursive n (i) as (select 1 union all select i + 1 from n) select i from n") {
                _ in
                rows += 1
                return ContinuousClock.now - start < .milliseconds(200)
            }
            return rows
        }
        #expect(rows > 1)
    }

    @Test(.timeLimit(.minutes(10)))
    func `what is allowed to be long, and what writes, is left alone`() async throws {
        let engine = try engine()
        defer { close(engine) }
        let long = """
            with recursive n (i) as (select 1 union all select i + 1 from n where i < 2000000) select max(i) as i from n
            """
        let read = try await engine.read(.none) { try $0.row(long)?["i"] as Int? }
        let written = try await engine.write(.repeatableRead, .usual) { try $0.row(long)?["i"] as Int? }
        #expect(read == 2_000_000)
        #expect(written == 2_000_000)
    }
}
