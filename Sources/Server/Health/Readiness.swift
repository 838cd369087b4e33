import Synchronization

/// Whether this server can take traffic now, and if not, why.
final class Readiness: Sendable {
    private let probe: DatabaseProbe
    private let schema: Int
    private let mayTurnAway: @Sendable () -> Bool
    private let isClosing = Atomic(false)
    private let last = Mutex<[ReadinessFinding]>([])

    /// - Parameters:
    ///   - schema: the number of the schema that this program knows.
    ///   - mayTurnAway: whether a request that comes now could be sent away.
    init(probe: DatabaseProbe, schema: Int, mayTurnAway: @escaping @Sendable () -> Bool) {
        self.probe = probe
        self.schema = schema
        self.mayTurnAway = mayTurnAway
    }

    /// From now on this server is not ready: it has been told to stop.
    func close() { isClosing.store(true, ordering: .releasing) }

    /// Every check, asked now; the database is not asked any more by a server that is stopping.
    func findings() async -> [ReadinessFinding] {
        let isClosing = isClosing.load(ordering: .acquiring)
        let database = isClosing ? DatabaseState.writable(schema: schema) : await probe.result()
        let findings = [
            ReadinessFinding(check: .running, problem: isClosing ? "the server is shutting down." : nil),
            ReadinessFinding(check: .database, problem: database.problem),
            ReadinessFinding(check: .schema, problem: schemaProblem(database)),
            ReadinessFinding(
                check: .queue, problem: mayTurnAway() ? "so much waits that a request could be sent away." : nil),
        ]
        last.withLock { $0 = findings }
        return findings
    }

    /// What the last question brought to light.
    var lastFindings: [ReadinessFinding] { last.withLock { $0 } }

    /// Of a database that does not answer nothing is known.
    private func schemaProblem(_ database: DatabaseState) -> String? {
        guard case .writable(let found) = database, found != schema else { return nil }
        let mend = found > schema ? "run the newer headwater that wrote it." : "start this program anew to bring it up."
        return "the database has schema \(found), this program knows \(schema); \(mend)"
    }
}
