import CRM
import Logging
import ServiceLifecycle

/// Takes in long files of ad costs while the server runs, a step at a time, whoever waits for them.
///
/// Every node runs one; a lease in the database keeps two of them from the same file.
struct ImportingCosts: Service {
    private let adCosts: AdCosts
    private let metrics: JobMetrics
    private let now: @Sendable () -> Milliseconds
    private let logger: Logger

    /// How often it looks whether there is something to do.
    private static let interval = Duration.seconds(1)
    /// How long it rests after a step that has failed.
    private static let pauseAfterFailure = Duration.seconds(10)

    init(adCosts: AdCosts, metrics: JobMetrics, now: @escaping @Sendable () -> Milliseconds, logger: Logger) {
        self.adCosts = adCosts
        self.metrics = metrics
        self.now = now
        self.logger = logger
    }

    func run() async throws {
        await cancelWhenGracefulShutdown {
            while !Task.isCancelled {
                let pause = await step()
                try? await Task.sleep(for: pause)
            }
        }
        do {
            try await adCosts.release()
        } catch {
            // The lease runs out by itself, so another node only has to wait a little longer.
            logger.warning("import of costs not released", metadata: ["error": "\(type(of: error))"])
        }
    }

    /// Takes one step and says how long to rest after it.
    private func step() async -> Duration {
        let clock = ContinuousClock()
        let start = clock.now
        do {
            guard try await adCosts.runOneStep(now: now()) else {
                metrics.looked(at: now())
                return Self.interval
            }
            let took = clock.now - start
            metrics.succeeded(in: took, at: now())
            // Others want to write as well.
            return min(took, Self.interval)
        } catch is CancellationError {
            return .zero
        } catch let error as AdCostStepFailed {
            metrics.failed(in: clock.now - start)
            // A step leaves nothing behind when it fails; the page of the import says so when it is given up.
            logger.log(
                level: error.isGivenUp ? .error : .warning,
                error.isGivenUp ? "import of costs given up" : "step of an import of costs failed",
                metadata: ["import": "\(error.id.rawValue)", "error": "\(type(of: error.cause))"])
            return Self.pauseAfterFailure
        } catch {
            metrics.failed(in: clock.now - start)
            // Nothing could be begun, so nothing is lost by trying again.
            logger.warning("imports of costs not looked for", metadata: ["error": "\(type(of: error))"])
            return Self.pauseAfterFailure
        }
    }
}
