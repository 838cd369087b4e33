import CRM

/// A request's events with what became of each at the edge.
struct JudgedRequest: Sendable {
    let events: [JudgedEvent]
    let accepted: [CaptureEvent]
    /// What of an account's was refused, to be counted.
    let refused: [RefusedEvent]
    /// Bytes of the request's body.
    let size: Int

    /// - Parameter origin: the website that the request says it comes from.
    init(_ events: [JudgedEvent], origin: String?, size: Int) {
        self.events = events
        self.size = size
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
                result: event.result.flatMap { _ in answers.popFirst() ?? .failure(Refusal(.overloaded, retryAfter: 5))
                })
        }
    }
}
