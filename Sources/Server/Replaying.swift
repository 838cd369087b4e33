import CRM
import Logging
import ServiceLifecycle

/// Judges history anew while the server runs, a step at a time, and gives way to live traffic between the steps.
///
/// Every node runs one; a lease in the database keeps two of them from the same replay.
struct Replaying: Service {
    private let rules: Rules
    private let metrics: JobMetrics
    private let now: @Sendable () -> Milliseconds
    private let logger: Logger
    private let duty: Double
    private let rows: Int

    /// How often it looks whether there is something to do.
    private static let interval = Duration.seconds(1)
    /// How long it keeps away from a replay whose step has failed.
    private static let pauseAfterFailure = Duration.seconds(10)

    /// - Parameters:
    ///   - duty: the share of the time in which it works, from just above 0 to 1: at 0.5 it rests after each step for as
    ///     long as the step took, so that of two cores one is never taken for longer than a step. 1 never rests.
    ///   - rows: how many rows a step reads: four thousand take some ten milliseconds.
    init(
        rules: Rules, duty: Double = 0.5, rows: Int = 4_000, metrics: JobMetrics,
        now: @escaping @Sendable () -> Milliseconds, logger: Logger
    ) {
        self.rules = rules
        self.metrics = metrics
        self.duty = min(max(duty, 0.01), 1)
        self.rows = rows
        self.now = now
        self.logger = logger
    }

    func run() async throws {
        await cancelWhenGracefulShutdown {
            var unreadable = 0
            while !Task.isCancelled {
                unreadable = noteUnreadableBooks(since: unreadable)
                let pause = await step()
                try? await Task.sleep(for: pause)
            }
        }
        do {
            try await rules.release()
        } catch {
            // The lease runs out by itself, so another node only has to wait a little longer.
            logger.warning("replay not released", metadata: ["error": "\(type(of: error))"])
        }
    }

    /// A built-in rule set stands in for a book that nobody can read, so that ingest goes on: the operator has to know.
    private func noteUnreadableBooks(since before: Int) -> Int {
        let count = rules.unreadableBooks
        if count > before { logger.error("rule books unreadable", metadata: ["count": "\(count)"]) }
        return count
    }

    /// Takes one step and says how long to rest after it.
    private func step() async -> Duration {
        let clock = ContinuousClock()
        let start = clock.now
        do {
            guard try await rules.runOneChunk(now: now(), rows: rows) else {
                metrics.looked(at: now())
                return Self.interval
            }
            metrics.succeeded(in: clock.now - start, at: now())
            return (clock.now - start) * ((1 - duty) / duty)
        } catch is CancellationError {
            return .zero
        } catch let error as ReplayStepFailed {
            metrics.failed(in: clock.now - start)
            // A step leaves nothing behind when it fails; the replay is given up after some, ingest never is.
            logger.log(
                level: error.isGivenUp ? .error : .warning, error.isGivenUp ? "replay given up" : "replay step failed",
                metadata: ["replay": "\(error.replay.rawValue)", "error": "\(type(of: error.cause))"])
            return Self.pauseAfterFailure
        } catch {
            metrics.failed(in: clock.now - start)
            // Nothing could be begun, so nothing is lost by trying again.
            logger.warning("replays not looked for", metadata: ["error": "\(type(of: error))"])
            return Self.pauseAfterFailure
        }
    }
}
