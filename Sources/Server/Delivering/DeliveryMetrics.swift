import CRM
import Telemetry

/// How webhooks are doing.
struct DeliveryMetrics: Sendable {
    /// What comes of a try.
    enum Outcome: String, CaseIterable {
        case delivered, failed
        /// A label that dashboards of others may know by now.
        case notNeeded = "skipped"

        /// Nil for what was not tried.
        init?(_ outcome: DeliveryOutcome) {
            switch outcome {
            case .sent(let attempt, _, _): self = attempt.problem == nil ? .delivered : .failed
            case .notNeeded: self = .notNeeded
            case .postponed: return nil
            }
        }
    }

    let outcomes = Counters<Outcome>()
    let time = Histogram.ofLatencies()
    let pending = Gauge()
    /// In seconds.
    let oldest = Gauge()

    func observe(_ outcome: DeliveryOutcome) {
        if let kind = Outcome(outcome) { outcomes[kind].add() }
        if case .sent(let attempt, _, _) = outcome { time.observe(.milliseconds(attempt.milliseconds)) }
    }

    func measure(_ backlog: DeliveryBacklog) {
        pending.set(backlog.pending)
        oldest.set(Int(backlog.age / .second))
    }
}
