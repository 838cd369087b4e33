import CRM
import Telemetry

/// How a job is doing.
struct JobMetrics: Sendable {
    let runs = Counter()
    let failures = Counter()
    let time = Histogram.ofJobs()
    /// In seconds since 1970; 0 until then.
    let lastSuccess = Gauge()

    /// There was nothing to do, or another node does it.
    func looked(at now: Milliseconds) {
        lastSuccess.set(Int(now / 1_000))
    }

    func succeeded(in time: Duration, at now: Milliseconds) {
        runs.add()
        self.time.observe(time)
        looked(at: now)
    }

    func failed(in time: Duration) {
        runs.add()
        failures.add()
        self.time.observe(time)
    }
}
