import Telemetry

/// Every series of the server, made once at its start and handed to whoever counts; their names are in
/// `ServerMetrics+Names.swift`.
struct ServerMetrics: Sendable {
    let ingest = IngestMetrics()
    let http = HTTPMetrics()
    let delivery = DeliveryMetrics()
    let reports = ReportMetrics()
    private let jobs = Job.allCases.map { ($0, JobMetrics()) }

    subscript(job: Job) -> JobMetrics {
        jobs.first { $0.0 == job }?.1 ?? JobMetrics()
    }

    var jobSeries: [(job: Job, metrics: JobMetrics)] { jobs.map { ($0, $1) } }
}
