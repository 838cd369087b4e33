import Telemetry

/// How far what reports read is behind what has happened.
struct ReportMetrics: Sendable {
    let waiting = Gauge()
    /// In seconds.
    let lag = Gauge()
    let rows = Counter()
}
