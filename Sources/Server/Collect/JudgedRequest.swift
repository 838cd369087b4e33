import Attribution
import CRM

/// A request's events with what became of each at the edge.
struct JudgedRequest: Sendable {
    let events: [JudgedEvent]
    let accepted: [CaptureEvent]
    /// What of an account's was refused, to be counted.
    let refused: [RefusedEvent]

    /// - Parameter origin: the website that the request says it comes from.
    init(_ events: [JudgedEvent], origin: String?) {
        self.events = events
        accepted = events.compactMap { try? $0.result.get() }
        refused = events.compactMap { $0.refused(from: origin) }
    }

    /// Who judged the first event of an account that is known.
    var intake: EventIntake? { events.lazy.compactMap(\.intake).first }

    /// - Parameter answers: one for each accepted event.
    func outcomes(_ answers: [IngestQueue.Answer]) -> [CollectAnswer.Outcome] {
        var answers = answers[...]
        return events.map { event in
            CollectAnswer.Outcome(
                eventID: event.value["eventId"]?.text?.cut(to: 64),
                result: event.result.flatMap { _ in answers.popFirst() ?? .success(.stored) })
        }
    }
}

/// One event with what became of it at the edge.
struct JudgedEvent: Sendable {
    let value: WireValue
    /// Nil when no account has the tracking id.
    let intake: EventIntake?
    let result: Result<CaptureEvent, Refusal>

    init(_ value: WireValue, by intake: EventIntake?) {
        self.value = value
        self.intake = intake
        guard let intake else {
            result = .failure(Refusal(value["trackingId"] == nil ? .malformed : .unknownTrackingID))
            return
        }
        result = Result { () throws(Refusal) -> CaptureEvent in try intake.judge(value) }
    }

    fileprivate func refused(from origin: String?) -> RefusedEvent? {
        guard let intake, case .failure(let refusal) = result else { return nil }
        let site = refusal.cause == .originNotAllowed ? origin ?? value["url"]?.text : nil
        return RefusedEvent(account: intake.account.id, cause: refusal.cause, host: site.flatMap(Host.init(url:)))
    }
}
