import Logging
import ServiceLifecycle

/// The first thing to happen when the server is told to stop: it says that it is not ready any more, and goes on
/// serving until a proxy has had the time to notice.
struct Closing: Service {
    let readiness: Readiness
    let delay: Duration
    let logger: Logger

    func run() async throws {
        try await gracefulShutdown()
        readiness.close()
        logger.info("told to stop", metadata: ["serves_on_seconds": "\(delay.components.seconds)"])
        try await Task.sleep(for: delay)
    }
}
