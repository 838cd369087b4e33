import CRM
import Logging
import ServiceLifecycle

/// Deletes what accounts do not keep any longer, a little at a time and beside live traffic.
///
/// Every node runs one; a lease in the database lets one of them work.
struct Retaining: Service {
    let retention: Retention
    let metrics: JobMetrics
    let now: @Sendable () -> Milliseconds
    let logger: Logger

    /// How often it looks whether a day has passed since the last round.
    private static let interval = Duration.seconds(600)

    func run() async throws {
        await cancelWhenGracefulShutdown {
            var state: RetentionRun.State?
            while !Task.isCancelled {
                let former = state
                state = await runOnce()
                if let state, state != former { announce(state) }
                if state != .hasMore { try? await Task.sleep(for: Self.interval) }
            }
        }
    }

    /// Runs a part of a round; nil when it failed.
    private func runOnce() async -> RetentionRun.State? {
        let start = ContinuousClock.now
        do {
            let run = try await retention.runOnce(now: now())
            if run.failedPartitions > 0 {
                metrics.failed(in: .now - start)
            } else if run.state == .idle {
                metrics.looked(at: now())
            } else {
                metrics.succeeded(in: .now - start, at: now())
            }
            log(run)
            return run.state
        } catch is CancellationError {
            return nil
        } catch {
            // The round goes on from where it was noted; ingest must not stop because it failed.
            metrics.failed(in: .now - start)
            logger.warning("retention failed", metadata: ["error": "\(type(of: error))"])
            return nil
        }
    }

    /// Once, however often it is looked at meanwhile.
    private func announce(_ state: RetentionRun.State) {
        guard case .waiting(let moment) = state else { return }
        logger.notice(
            "retention waits: the clock has leapt, or this is its first time here",
            metadata: ["until": "\(moment.iso8601)"])
    }

    private func log(_ run: RetentionRun) {
        if run.failedPartitions > 0 {
            logger.warning("partitions not kept", metadata: ["count": "\(run.failedPartitions)"])
        }
        guard !run.deleted.isEmpty || !run.droppedPartitions.isEmpty else { return }
        var metadata = Logger.Metadata()
        for (table, count) in run.deleted { metadata[table] = "\(count)" }
        if !run.droppedPartitions.isEmpty { metadata["partitions"] = "\(run.droppedPartitions.sorted())" }
        logger.info("old rows deleted", metadata: metadata)
    }
}
