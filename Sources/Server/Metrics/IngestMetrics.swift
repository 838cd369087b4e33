import CRM
import Telemetry

/// The road from a browser to the disk, counted: whoever writes a batch holds these and adds to them.
struct IngestMetrics: Sendable {
    /// Events that are on disk, counted after their commit; a duplicate is not among them.
    let accepted = Counters<EventKind>()
    /// Those of them that wait for a person.
    let held = Counters<HeldReason>()
    let duplicates = Counter()
    /// Events that were not taken.
    let dropped = Counters<RefusalCause>()
    /// Events in one transaction.
    let batchSize = Histogram.ofSizes()
    /// Of a batch, stored or not: its wait for its turn at the database, its transaction and its commit.
    let commitTime = Histogram.ofLatencies()
    /// Requests that wait for a writer.
    let queueDepth = Gauge()
    /// Events that have been let in and not answered yet: those that wait and those being written.
    let eventsWaiting = Gauge()
    /// Bytes of the bodies that they came in.
    let bytesWaiting = Gauge()
    /// Batches that failed as a whole and were written again event by event.
    let batchesRetried = Counter()
    /// Events that no transaction could take; the others of their batch were stored.
    let poisonedEvents = Counter()

    /// Counts what became of an event that was written.
    func count(_ answer: CaptureAnswer, of kind: CaptureEvent.Kind) {
        switch answer {
        case .stored: accepted[EventKind(kind)].add()
        case .held(let reason):
            accepted[EventKind(kind)].add()
            held[reason].add()
        case .duplicate: duplicates.add()
        }
    }
}
