import Database
import Synchronization

/// The right to write facts, which one process has at a time.
final class FactLease: Sendable {
    private let runner = RunnerID()
    /// Until when this process has it, as it knows.
    private let heldUntil = Mutex(Milliseconds(0))

    /// Whoever falls silent keeps the others waiting for so long.
    static let length: Milliseconds = 15 * .second

    /// Takes the lease, unless somebody else has it; it is not written when there is enough of it left.
    func take(_ database: Database, now: Milliseconds) async throws -> Bool {
        let until = heldUntil.withLock { $0 }
        if until - now > Self.length / 2, until - now <= Self.length { return true }
        let runner = runner.text
        let isOurs = try await database.write { connection in
            try connection.execute(
                """
                update jobs set lease_owner = $1, lease_until = $2
                where name = 'reports' and (lease_owner = $1 or lease_until <= $3 or lease_until > $2)
                """, [runner, now + Self.length, now]) > 0
        }
        heldUntil.withLock { $0 = isOurs ? now + Self.length : 0 }
        return isOurs
    }

    /// Holds it for longer, in the transaction that writes what was made under it; false when somebody else has it.
    func renew(_ connection: Connection, now: Milliseconds) throws -> Bool {
        try connection.execute(
            "update jobs set lease_until = $2 where name = 'reports' and lease_owner = $1",
            [runner.text, now + Self.length]) > 0
    }

    /// What the last transaction has come to.
    func note(isHeld: Bool, now: Milliseconds) {
        heldUntil.withLock { $0 = isHeld ? now + Self.length : 0 }
    }

    /// Lets go of it, so that another process need not wait.
    func release(_ database: Database) async throws {
        let runner = runner.text
        guard heldUntil.withLock({ $0 }) != 0 else { return }
        heldUntil.withLock { $0 = 0 }
        try await database.write { connection in
            try connection.execute(
                "update jobs set lease_owner = null, lease_until = 0 where name = 'reports' and lease_owner = $1",
                [runner])
        }
    }
}
