import CRM
import Logging
import ServiceLifecycle
import Telemetry

/// Brings what has changed into what reports read, a second after it has changed.
///
/// Every node runs one; by a lease in the database one of them works at a time.
struct Refreshing: Service {
    let facts: Facts
    let job: JobMetrics
    let metrics: ReportMetrics
    /// How many events wait for being stored.
    let eventsWaiting: Gauge
    let now: @Sendable () -> Milliseconds
    let logger: Logger

    /// How often it looks whether something has changed.
    private static let interval = Duration.seconds(1)
    private static let shortestRest = Duration.milliseconds(10)
    private static let pauseAfterFailure = Duration.seconds(5)

    func run() async throws {
        await cancelWhenGracefulShutdown {
            var caughtUpAt = now()
            while !Task.isCancelled {
                let pause = await turn(&caughtUpAt)
                try? await Task.sleep(for: pause)
            }
        }
        do {
            try await facts.release()
        } catch {
            // The lease runs out by itself, so another node only has to wait a little longer.
            logger.warning("report lease not released", metadata: ["error": "\(type(of: error))"])
        }
    }

    /// Takes a turn and says how long to rest after it.
    private func turn(_ caughtUpAt: inout Milliseconds) async -> Duration {
        let start = ContinuousClock.now
        let began = now()
        do {
            let run = try await facts.runOnce(now: began)
            let took = ContinuousClock.now - start
            note(run, took)
            if run.state == .idle || run.state == .caughtUp { caughtUpAt = began }
            // Of what another node is at, that node knows how late it is.
            metrics.lag.set(run.state == .elsewhere ? 0 : Int((began - caughtUpAt) / 1_000))
            return run.state == .hasMore ? rest(after: took) : Self.interval
        } catch  where Task.isCancelled {
            return .zero
        } catch {
            // The marks are still there, and the next turn goes on; ingest must not stop because this one failed.
            job.failed(in: .now - start)
            metrics.lag.set(Int((began - caughtUpAt) / 1_000))
            logger.warning("reports not refreshed", metadata: ["error": "\(type(of: error))"])
            return Self.pauseAfterFailure
        }
    }

    /// When there is more to do it rests for as long as it has worked, for at most a second. Whoever waits for an
    /// answer comes before whoever waits for a figure: while events wait here it rests three times as long.
    private func rest(after took: Duration) -> Duration {
        min(max(took * (eventsWaiting.value > 0 ? 3 : 1), Self.shortestRest), Self.interval)
    }

    private func note(_ run: FactRun, _ took: Duration) {
        // What came after the look is done with as well.
        metrics.waiting.set(max(0, run.waiting - run.marks))
        metrics.rows.add(run.rows)
        switch run.state {
        case .idle, .elsewhere: job.looked(at: now())
        case .hasMore, .caughtUp: job.succeeded(in: took, at: now())
        }
    }
}
