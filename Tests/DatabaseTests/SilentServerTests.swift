import CLibPQ
import DatabaseTesting
import Foundation
import Testing

@testable import Database

/// A server that stands still: nothing it is sent is read, and nothing is answered.
@Suite(.enabled(if: TestDatabase.dialect == .postgres)) struct SilentServerTests {
    @Test func `what the server does not read is not sent for ever`() async throws {
        let place = try await TestDatabase()
        let wire = try PostgresWire(PostgresAddress(url: place.url))
        let found = try wire.executeOnce("select pg_backend_pid() as pid", within: .seconds(5)).integer(0, 0)
        let process = try #require(pid_t(exactly: found))
        try #require(kill(process, SIGSTOP) == 0)
        defer { kill(process, SIGCONT) }
        let text = "/* " + String(repeating: "x", count: 20_000_000) + " */ select 1"
        let start = ContinuousClock.now
        #expect(throws: DatabaseError.self) { try wire.run(text, within: .milliseconds(300)) }
        #expect(wire.isBroken)
        // The system itself gives such a connection up only after 20 seconds.
        #expect(start.duration(to: .now) < .seconds(15))
    }
}
