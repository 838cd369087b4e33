import CRM
import Logging
import ServiceLifecycle

/// What has to be done now and then while the server runs: addresses whose time is over are cut.
struct Housekeeping: Service {
    let privacy: Privacy
    let now: @Sendable () -> Milliseconds
    let logger: Logger

    private static let interval = Duration.seconds(3_600)

    func run() async throws {
        await cancelWhenGracefulShutdown {
            while !Task.isCancelled {
                do {
                    let count = try await privacy.cutAddresses(now: now())
                    if count > 0 { logger.info("addresses cut", metadata: ["count": "\(count)"]) }
                } catch is CancellationError {
                    return
                } catch {
                    // The next round tries again; ingest must not stop because a sweep failed.
                    logger.warning("addresses not cut", metadata: ["error": "\(type(of: error))"])
                }
                try? await Task.sleep(for: Self.interval)
            }
        }
    }
}
