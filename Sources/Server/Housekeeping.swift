import CRM
import Logging
import ServiceLifecycle

/// What has to be done now and then while the server runs: addresses whose time is over are cut.
struct Housekeeping: Service {
    let privacy: Privacy
    let metrics: JobMetrics
    let now: @Sendable () -> Milliseconds
    let logger: Logger

    private static let interval = Duration.seconds(3_600)

    func run() async throws {
        await cancelWhenGracefulShutdown {
            while !Task.isCancelled {
                await cutAddresses()
                try? await Task.sleep(for: Self.interval)
            }
        }
    }

    private func cutAddresses() async {
        let start = ContinuousClock.now
        do {
            let count = try await privacy.cutAddresses(now: now())
            metrics.succeeded(in: .now - start, at: now())
            if count > 0 { logger.info("addresses cut", metadata: ["count": "\(count)"]) }
        } catch is CancellationError {
            return
        } catch {
            // The next round tries again; ingest must not stop because a sweep failed.
            metrics.failed(in: .now - start)
            logger.warning("addresses not cut", metadata: ["error": "\(type(of: error))"])
        }
    }
}
