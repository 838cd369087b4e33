/// What came of sending a request once.
public struct DeliveryAttempt: Sendable, Codable, Equatable {
    public let at: Milliseconds
    public let milliseconds: Int
    /// What the receiver answered; nil when there was no answer.
    public let status: Int?
    /// Why it is not delivered; nil when it is.
    public let problem: DeliveryProblem?

    public init(at: Milliseconds, milliseconds: Int, status: Int?, problem: DeliveryProblem?) {
        self.at = at
        self.milliseconds = milliseconds
        self.status = status
        self.problem = problem
    }
}
