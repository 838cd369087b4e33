import CRM
import Database
import HTTPTypes
import HummingbirdTesting
import ServiceLifecycle
import Synchronization
import Testing

@testable import Server

@Suite("Readiness")
struct ReadinessTests {
    /// Asks while the probe runs.
    private func running<Value: Sendable>(
        _ probe: DatabaseProbe, _ body: @escaping @Sendable () async throws -> Value
    ) async throws -> Value {
        try await withThrowingTaskGroup(of: Void.self) { group in
            group.addTask { try await probe.run() }
            defer { group.cancelAll() }
            return try await body()
        }
    }

    /// One that answers at once.
    private func probe(_ state: DatabaseState) -> DatabaseProbe {
        DatabaseProbe(limit: .seconds(600)) { state }
    }

    private func problems(_ readiness: Readiness) async -> [ReadinessCheck] {
        await readiness.findings().filter { $0.problem != nil }.map(\.check)
    }

    @Test("A database that commits under the known schema is ready")
    func ready() async throws {
        let probe = probe(.writable(schema: 9))
        let found = try await running(probe) {
            await problems(Readiness(probe: probe, schema: 9) { false })
        }
        #expect(found == [])
    }

    @Test(
        "Each check that fails is named",
        arguments: [
            (DatabaseState.failing(.full), false, [ReadinessCheck.database]),
            (.failing(.busy), false, [.database]), (.failing(.unavailable), false, [.database]),
            (.writable(schema: 10), false, [.schema]), (.writable(schema: 8), false, [.schema]),
            (.writable(schema: 9), true, [.queue]), (.failing(.other), true, [.database, .queue]),
        ])
    func failing(_ state: DatabaseState, _ isFull: Bool, _ expected: [ReadinessCheck]) async throws {
        let probe = probe(state)
        let found = try await running(probe) {
            await problems(Readiness(probe: probe, schema: 9) { isFull })
        }
        #expect(found == expected)
    }

    @Test("A server that is stopping is not ready, and does not ask the database any more")
    func closing() async throws {
        let asked = Mutex(0)
        let probe = DatabaseProbe(limit: .seconds(600)) {
            asked.withLock { $0 += 1 }
            return .failing(.full)
        }
        let found = try await running(probe) {
            let readiness = Readiness(probe: probe, schema: 9) { false }
            readiness.close()
            return await problems(readiness)
        }
        #expect(found == [.running])
        #expect(asked.withLock { $0 } == 0)
    }

    @Test("A database that hangs holds nobody longer than the limit, and later callers not at all")
    func hanging() async throws {
        let (held, hold) = AsyncStream<Void>.makeStream()
        let probe = DatabaseProbe(limit: .milliseconds(50)) {
            for await _ in held {}
            return .writable(schema: 9)
        }
        let states = try await running(probe) {
            defer { hold.finish() }
            return [await probe.result(), await probe.result()]
        }
        #expect(states == [.silent, .silent])
    }

    @Test("An outage of the database begins once and ends once, however often it is asked")
    func outage() {
        var outage = DatabaseOutage()
        let start = ContinuousClock.now
        let answers: [DatabaseState] = [
            .writable(schema: 9), .failing(.unavailable), .silent, .writable(schema: 9), .writable(schema: 9),
        ]
        let changes = answers.enumerated().map { outage.takes($1, at: start + .seconds($0)) }
        let reason = "it cannot be reached, or takes no writes."
        #expect(changes == [nil, .begins(reason), nil, .ends(after: .seconds(2)), nil])
        #expect(!outage.isOn)
    }

    @Test("Many who ask at once share one write")
    func shared() async throws {
        let attempts = Mutex(0)
        let probe = DatabaseProbe(limit: .seconds(600), freshness: .seconds(600)) {
            attempts.withLock { $0 += 1 }
            return .writable(schema: 9)
        }
        let states = try await running(probe) {
            await withTaskGroup(of: DatabaseState.self) { group in
                for _ in 0..<50 { group.addTask { await probe.result() } }
                return await group.reduce(into: []) { $0.append($1) }
            }
        }
        #expect(states.count == 50)
        #expect(states.allSatisfy { $0 == .writable(schema: 9) })
        #expect(attempts.withLock { $0 } == 1)
    }

    @Test("A real database says its schema; without one, or closed, it says that it takes no writes")
    func real() async throws {
        let server = try await TestServer()
        let newest = try #require(Schema.migrations.last?.number)
        #expect(try await server.database.proveWritable() == newest)
        try await server.database.write { try $0.execute("delete from schema_migrations") }
        await #expect(throws: (any Error).self) { try await server.database.proveWritable() }
    }

    @Test("The readiness page answers by line, and 503 as soon as the server is told to stop")
    func page() async throws {
        let server = try await TestServer().server()
        server.readiness.close()
        try await server.application(logger: LogCapture().logger(.critical)).test(.router) { client in
            let ready = try await client.executeRequest(uri: "/readyz", method: .get, headers: [:], body: nil)
            #expect(ready.status == .serviceUnavailable)
            #expect(String(buffer: ready.body) == "running: the server is shutting down.\n")
            let alive = try await client.executeRequest(uri: "/healthz", method: .get, headers: [:], body: nil)
            #expect(alive.status == .ok)
            let head = try await client.executeRequest(uri: "/healthz", method: .head, headers: [:], body: nil)
            #expect(head.status == .ok)
            #expect(head.body.readableBytes == 0)
        }
    }
}
