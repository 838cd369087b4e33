import Attribution
import CRM

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

    /// What of an account's was refused, to be counted.
    func refused(from origin: String?) -> RefusedEvent? {
        guard let intake, case .failure(let refusal) = result else { return nil }
        let site = refusal.cause == .originNotAllowed ? origin ?? value["url"]?.text : nil
        return RefusedEvent(account: intake.account.id, cause: refusal.cause, host: site.flatMap(Host.init(url:)))
    }
}
