import Database
import Telemetry

/// What every metric is called and means; `docs/observability.md` says what to make of them.
extension ServerMetrics {
    /// All of them, as `/metrics` shows them.
    func registry(_ surroundings: Surroundings) -> Registry {
        Registry(
            ingestFamilies(surroundings.mostWaitingEvents, surroundings.mostWaitingBytes) + httpFamilies + jobFamilies
                + deliveryFamilies + reportFamilies
                + Self.poolFamilies(surroundings.pool) + Self.stateFamilies(surroundings)
                + Self.processFamilies(ProcessReadings()))
    }

    /// What is measured elsewhere, and asked for at each scrape.
    struct Surroundings: Sendable {
        let version: String
        let engine: String
        let mostWaitingEvents: Int
        let mostWaitingBytes: Int
        let readiness: @Sendable () -> [(check: ReadinessCheck, isReady: Bool)]
        let pool: @Sendable () -> PoolStatistics?
        /// Bytes that are free where the database of this machine is; nil when it is elsewhere.
        let freeSpace: @Sendable () -> Double?
    }

    private func ingestFamilies(_ mostEvents: Int, _ mostBytes: Int) -> [Family] {
        [
            .counters(
                "headwater_events_accepted_total", "Events stored, counted after their commit.", by: "kind",
                ingest.accepted),
            .counters(
                "headwater_submissions_held_total", "Submissions that wait for a person.", by: "reason", ingest.held),
            .counter(
                "headwater_events_duplicate_total", "Events that were here before and changed nothing.",
                ingest.duplicates),
            .counters(
                "headwater_events_dropped_total", "Events that were not taken.", by: "reason", ingest.dropped),
            .histogram("headwater_ingest_batch_events", "Events in one transaction.", ingest.batchSize),
            .histogram(
                "headwater_ingest_commit_seconds",
                "Time of a batch: its wait for the database, its transaction and its commit.", ingest.commitTime),
            .gauge("headwater_ingest_queue_requests", "Requests that wait for a writer.", ingest.queueDepth),
            .gauge(
                "headwater_ingest_waiting_events", "Events that were let in and are not answered yet.",
                ingest.eventsWaiting),
            .gauge("headwater_ingest_waiting_events_limit", "Events that may wait before senders are sent away.") {
                Double(mostEvents)
            },
            .gauge("headwater_ingest_waiting_bytes", "Bytes of the bodies that they came in.", ingest.bytesWaiting),
            .gauge("headwater_ingest_waiting_bytes_limit", "Bytes that may wait before senders are sent away.") {
                Double(mostBytes)
            },
            .counter(
                "headwater_ingest_batches_retried_total", "Batches that failed and were written event by event.",
                ingest.batchesRetried),
            .counter(
                "headwater_ingest_poisoned_events_total", "Events that no transaction could take.",
                ingest.poisonedEvents),
        ]
    }

    private var httpFamilies: [Family] {
        [
            .counters("headwater_http_requests_total", "Answered requests.") { [http] in http.requests },
            .histograms("headwater_http_request_seconds", "Time from a request's head to its answer's.") { [http] in
                http.times
            },
        ]
    }

    private var jobFamilies: [Family] {
        let series = jobSeries.map { (["name": $0.job.rawValue] as Labels, $0.metrics) }
        return [
            .counters("headwater_job_runs_total", "Runs of a job that had something to do, failures included.") {
                series.map { ($0, Double($1.runs.value)) }
            },
            .counters("headwater_job_failures_total", "Runs of a job that failed.") {
                series.map { ($0, Double($1.failures.value)) }
            },
            .histograms("headwater_job_run_seconds", "Time of a job's runs.") { series.map { ($0, $1.time) } },
            .gauges(
                "headwater_job_last_success_timestamp_seconds",
                "When a job last did its work or found nothing to do; 0 until then."
            ) { series.map { ($0, Double($1.lastSuccess.value)) } },
        ]
    }

    private var deliveryFamilies: [Family] {
        [
            .counters(
                "headwater_webhook_deliveries_total", "Tries to send an event to a webhook.", by: "outcome",
                delivery.outcomes),
            .histogram("headwater_webhook_request_seconds", "Time of a webhook's request.", delivery.time),
            .gauge("headwater_outbox_pending", "Deliveries that wait, of all nodes.", delivery.pending),
            .gauge(
                "headwater_outbox_age_seconds", "How long the oldest waiting delivery has waited.", delivery.oldest),
        ]
    }

    private var reportFamilies: [Family] {
        [
            .gauge(
                "headwater_report_changes_waiting", "Changes that reports do not show yet, counted up to 20,000.",
                reports.waiting),
            .gauge(
                "headwater_report_lag_seconds", "For how long reports have not shown all that had changed.",
                reports.lag),
            .counter("headwater_report_rows_read_total", "Rows read to make what reports read.", reports.rows),
        ]
    }

    /// Nothing for an engine without a pool.
    private static func poolFamilies(_ pool: @escaping @Sendable () -> PoolStatistics?) -> [Family] {
        func gauge(
            _ name: StaticString, _ help: StaticString, _ value: @escaping @Sendable (PoolStatistics) -> Int
        ) -> Family {
            .gauge(name, help) { pool().map { Double(value($0)) } }
        }
        func counter(
            _ name: StaticString, _ help: StaticString, _ value: @escaping @Sendable (PoolStatistics) -> Double
        ) -> Family {
            .counters(name, help) { pool().map { [(Labels.none, value($0))] } ?? [] }
        }
        return [
            gauge("headwater_database_pool_size", "Connections that may be open.") { $0.size },
            gauge("headwater_database_connections_open", "Connections that are open.") { $0.open },
            gauge("headwater_database_connections_in_use", "Connections that are in use.") { $0.inUse },
            gauge("headwater_database_waiters", "Callers that wait for a connection.") { $0.waiting },
            counter("headwater_database_waits_total", "How often a caller has waited for a connection.") {
                Double($0.waits)
            },
            counter("headwater_database_wait_seconds_total", "Time that all callers have waited for a connection.") {
                $0.waited / .seconds(1)
            },
            counter("headwater_database_wait_timeouts_total", "How often the wait for a connection was given up.") {
                Double($0.timeouts)
            },
            counter("headwater_database_connects_total", "Connections that were made.") { Double($0.connected) },
            counter("headwater_database_disconnects_total", "Connections that broke.") { Double($0.broken) },
            counter("headwater_database_conflicts_total", "Transactions that were run again after a conflict.") {
                Double($0.conflicts)
            },
        ]
    }

    private static func stateFamilies(_ surroundings: Surroundings) -> [Family] {
        [
            .gauges("headwater_ready", "1 where the check of this name lets the server take traffic, else 0.") {
                surroundings.readiness().map { (["check": $0.check.rawValue], $0.isReady ? 1 : 0) }
            },
            .gauge(
                "headwater_database_free_bytes", "Free space on the disk of a SQLite database.",
                read: surroundings.freeSpace),
            .gauges("headwater_build_info", "What is running; always 1.") {
                [
                    (
                        [
                            "version": surroundings.version, "engine": surroundings.engine,
                            "swift": ProcessReadings.swiftVersion,
                        ], 1
                    )
                ]
            },
        ]
    }

    /// Under the names that every exporter of Prometheus uses.
    private static func processFamilies(_ process: ProcessReadings) -> [Family] {
        [
            .gauge("process_resident_memory_bytes", "Resident memory.") { process.residentBytes },
            .counters("process_cpu_seconds_total", "Processor time, user and system.") {
                process.processorSeconds.map { [(Labels.none, $0)] } ?? []
            },
            .gauge("process_open_fds", "Open file descriptors.") { process.openDescriptors },
            .gauge("process_max_fds", "File descriptors that may be open.") { process.mostDescriptors },
            .gauge("process_start_time_seconds", "When the process began, in seconds since 1970.") {
                process.startSeconds
            },
        ]
    }
}
