import Database
import DatabaseTesting
import Dispatch
import Testing

/// Who gets one of the few connections to a server, and who has to wait.
@Suite(.enabled(if: TestDatabase.dialect == .postgres)) struct PostgresPoolTests {
    /// Reads that keep their connections until they are let go.
    private final class LongReads: Sendable {
        private let gate = DispatchSemaphore(value: 0)

        /// - Returns: whether it had a connection.
        func one(on database: Database) async -> Bool {
            do {
                // Without a limit: the server would end a transaction in which nothing is asked for some seconds.
                try await database.read(limit: .none) { [gate] connection in
                    _ = try connection.row("select 1 as one")
                    gate.wait()
                    gate.signal()
                }
                return true
            } catch {
                #expect(error as? DatabaseError == .poolExhausted)
                return false
            }
        }

        func letGo() { gate.signal() }
    }

    @Test(.timeLimit(.minutes(10))) func `who finds every connection in use waits, and not for ever`() async throws {
        let scratch = try await Scratch()
        let narrow = try scratch.another(DatabaseOptions(connections: 1, longestWait: .milliseconds(50)))
        let reads = LongReads()
        let served = await withTaskGroup(of: Bool.self) { group in
            for _ in 1...2 { group.addTask { await reads.one(on: narrow) } }
            // The first to end is the one that has waited: the other one goes on until then.
            let first = await group.next()
            #expect(first == false)
            reads.letGo()
            return await group.next()
        }
        #expect(served == true)
        let statistics = try #require(narrow.poolStatistics)
        #expect(statistics.timeouts == 1)
        #expect(statistics.waits == 1)
        #expect(statistics.inUse == 0)
        try narrow.close()
    }

    @Test(.timeLimit(.minutes(10))) func `reads leave connections for those who lock what they read`() async throws {
        let scratch = try await Scratch()
        let small = try scratch.another(DatabaseOptions(connections: 4, longestWait: .milliseconds(300)))
        let reads = LongReads()
        let served = try await withThrowingTaskGroup(of: Bool.self) { group in
            for _ in 1...6 { group.addTask { await reads.one(on: small) } }
            // Two have all there is for reads; the other four wait in vain, and those two go on.
            for _ in 1...4 {
                let isServed = try await group.next()
                #expect(isServed == false)
            }
            #expect(small.poolStatistics?.inUse == 2)
            let one = try await small.write(.readCommitted) { try $0.row("select 1 as one")?["one"] as Int? }
            #expect(one == 1)
            reads.letGo()
            return try await group.reduce(0) { $0 + ($1 ? 1 : 0) }
        }
        #expect(served == 2)
        #expect(small.poolStatistics?.inUse == 0)
        try small.close()
    }
}
