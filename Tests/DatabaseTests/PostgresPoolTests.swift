import Database
import DatabaseTesting
import Testing

/// Who gets one of the few connections to a server, and who has to wait.
@Suite(.enabled(if: TestDatabase.dialect == .postgres)) struct PostgresPoolTests {
    @Test func `who finds every connection in use waits, and not for ever`() async throws {
        let scratch = try await Scratch()
        let narrow = try scratch.another(DatabaseOptions(connections: 1, longestWait: .milliseconds(50)))
        await withTaskGroup(of: Bool.self) { group in
            for _ in 1...2 {
                group.addTask {
                    do {
                        _ = try await narrow.read { try $0.row("select pg_sleep(0.5)") }
                        return true
                    } catch {
                        #expect(error as? DatabaseError == .poolExhausted)
                        return false
                    }
                }
            }
            #expect(await group.reduce(0) { $0 + ($1 ? 1 : 0) } == 1)
        }
        let statistics = try #require(narrow.poolStatistics)
        #expect(statistics.timeouts == 1)
        #expect(statistics.waits == 1)
        #expect(statistics.inUse == 0)
        try narrow.close()
    }

    @Test func `reads leave connections for those who lock what they read`() async throws {
        let scratch = try await Scratch()
        let small = try scratch.another(DatabaseOptions(connections: 4, longestWait: .milliseconds(300)))
        try await withThrowingTaskGroup(of: Void.self) { group in
            for _ in 1...6 { group.addTask { _ = try? await small.read { try $0.row("select pg_sleep(1)") } } }
            while small.poolStatistics?.waiting == 0 { try await Task.sleep(for: .milliseconds(5)) }
            #expect(small.poolStatistics?.inUse == 2)
            let one = try await small.write(.readCommitted) { try $0.row("select 1 as one")?["one"] as Int? }
            #expect(one == 1)
            try await group.waitForAll()
        }
        #expect(small.poolStatistics?.inUse == 0)
        try small.close()
    }
}
