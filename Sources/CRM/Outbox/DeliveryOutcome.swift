/// What a worker has to say of a delivery that was its turn.
public enum DeliveryOutcome: Sendable, Equatable {
    case sent(DeliveryAttempt, answer: String?, retryAfter: Milliseconds?)
    /// There is nothing to send any more.
    case notNeeded
    /// It was not tried: its receiver had just failed, or the server was told to stop.
    case postponed

    var isSuccess: Bool {
        guard case .sent(let attempt, _, _) = self else { return false }
        return attempt.problem == nil
    }

    /// Whether the next request to the same address would likely fail as well.
    public var isTrouble: Bool {
        guard case .sent(let attempt, _, _) = self, let problem = attempt.problem, problem != .unreadable else {
            return false
        }
        guard problem == .refused, let status = attempt.status else { return true }
        return status >= 500 || status == 429 || status == 408
    }
}
