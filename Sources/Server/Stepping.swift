import CRM
import Logging
import ServiceLifecycle

/// Takes steps of some work while the server runs, rests between them, and goes on until the shutdown.
///
/// Every node takes them; a lease in the database keeps two nodes from the same work.
struct Stepping: Sendable {
    /// What the log says.
    struct Words: Sendable {
        /// What the id of the work is called.
        let id: String
        let stepFailed: Logger.Message
        let givenUp: Logger.Message
        let notLookedFor: Logger.Message
        let notReleased: Logger.Message
    }

    let words: Words
    let metrics: JobMetrics
    let now: @Sendable () -> Milliseconds
    let logger: Logger

    /// How often it looks whether there is something to do.
    static let interval = Duration.seconds(1)
    /// How long it keeps away from work of which a step has failed.
    private static let pauseAfterFailure = Duration.seconds(10)

    /// - Parameters:
    ///   - rest: how long to rest after a step that took so long.
    ///   - release: lets other nodes go on with what this one has begun.
    ///   - step: takes a step; says whether there may be more to do.
    func run(
        rest: @escaping @Sendable (Duration) -> Duration, release: () async throws -> Void,
        _ step: @escaping @Sendable (Milliseconds) async throws -> Bool
    ) async {
        await cancelWhenGracefulShutdown {
            while !Task.isCancelled {
                let pause = await take(step, rest)
                try? await Task.sleep(for: pause)
            }
        }
        do {
            try await release()
        } catch {
            // The lease runs out by itself, so another node only has to wait a little longer.
            logger.warning(words.notReleased, metadata: ["error": "\(type(of: error))"])
        }
    }

    /// Takes one step and says how long to rest after it.
    private func take(
        _ step: (Milliseconds) async throws -> Bool, _ rest: (Duration) -> Duration
    ) async -> Duration {
        let clock = ContinuousClock()
        let start = clock.now
        do {
            guard try await step(now()) else {
                metrics.looked(at: now())
                return Self.interval
            }
            let took = clock.now - start
            metrics.succeeded(in: took, at: now())
            return rest(took)
        } catch is CancellationError {
            return .zero
        } catch {
            metrics.failed(in: clock.now - start)
            note(error)
            return Self.pauseAfterFailure
        }
    }

    /// A step leaves nothing behind when it fails, and where none could be begun nothing is lost by trying again. Work
    /// is given up after some failures, ingest never is.
    private func note(_ error: any Error) {
        guard let failure = error as? any StepFailure else {
            logger.warning(words.notLookedFor, metadata: ["error": "\(type(of: error))"])
            return
        }
        logger.log(
            level: failure.isGivenUp ? .error : .warning, failure.isGivenUp ? words.givenUp : words.stepFailed,
            metadata: [words.id: "\(failure.work)", "error": "\(type(of: failure.cause))"])
    }
}
