import CRM
import Logging
import ServiceLifecycle

/// Takes away what deleted accounts have left behind, beside live traffic.
///
/// Every node runs one; where two are at the same account, each takes what the other has left.
struct Removing: Service {
    let removal: AccountRemoval
    let metrics: JobMetrics
    let now: @Sendable () -> Milliseconds
    let logger: Logger

    /// How often it looks whether an account was deleted.
    private static let interval = Duration.seconds(300)
    /// How long it rests between two runs.
    private static let rest = Duration.seconds(1)

    func run() async throws {
        await cancelWhenGracefulShutdown {
            while !Task.isCancelled {
                let hasMore = await runOnce()
                try? await Task.sleep(for: hasMore ? Self.rest : Self.interval)
            }
        }
    }

    private func runOnce() async -> Bool {
        let start = ContinuousClock.now
        do {
            let hasMore = try await removal.runOnce(now: now())
            if hasMore { metrics.succeeded(in: .now - start, at: now()) } else { metrics.looked(at: now()) }
            return hasMore
        } catch is CancellationError {
            return false
        } catch {
            // The next run goes on with what is there; ingest must not stop because this one failed.
            metrics.failed(in: .now - start)
            logger.warning("deleted accounts not removed", metadata: ["error": "\(type(of: error))"])
            return false
        }
    }
}
