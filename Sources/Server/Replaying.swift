import CRM
import Logging
import ServiceLifecycle
import Synchronization

/// Judges history anew while the server runs, a step at a time, and gives way to live traffic between the steps.
///
/// Every node runs one; a lease in the database keeps two of them from the same replay.
struct Replaying: Service {
    private let rules: Rules
    private let logger: Logger
    private let duty: Double
    private let rows: Int
    private let stepping: Stepping

    private static let words = Stepping.Words(
        id: "replay", stepFailed: "replay step failed", givenUp: "replay given up",
        notLookedFor: "replays not looked for", notReleased: "replay not released")

    /// - Parameters:
    ///   - duty: the share of the time in which it works, from just above 0 to 1: at 0.5 it rests after each step for as
    ///     long as the step took, so that of two cores one is never taken for longer than a step. 1 never rests.
    ///   - rows: how many rows a step reads: four thousand take some ten milliseconds.
    init(
        rules: Rules, duty: Double = 0.5, rows: Int = 4_000, metrics: JobMetrics,
        now: @escaping @Sendable () -> Milliseconds, logger: Logger
    ) {
        self.rules = rules
        self.logger = logger
        self.duty = min(max(duty, 0.01), 1)
        self.rows = rows
        stepping = Stepping(words: Self.words, metrics: metrics, now: now, logger: logger)
    }

    func run() async throws {
        let unreadable = Mutex(0)
        await stepping.run(rest: rest, release: rules.release) { now in
            unreadable.withLock { $0 = noteUnreadableBooks(since: $0) }
            return try await rules.runOneChunk(now: now, rows: rows)
        }
    }

    private func rest(after took: Duration) -> Duration { took * ((1 - duty) / duty) }

    /// A built-in rule set stands in for a book that nobody can read, so that ingest goes on: the operator has to know.
    private func noteUnreadableBooks(since before: Int) -> Int {
        let count = rules.unreadableBooks
        if count > before { logger.error("rule books unreadable", metadata: ["count": "\(count)"]) }
        return count
    }
}
