import Database

/// One event on its way to one webhook, as it stands.
public struct OutboxDelivery: Sendable {
    public enum State: String, Sendable, CaseIterable, SQLConvertible {
        case pending
        case delivered
        /// It was tried for three days.
        case givenUp = "given_up"
        /// What it tells of was deleted before it could be sent.
        case notNeeded = "skipped"
    }

    public let event: OutboxEventID
    public let webhook: WebhookID
    public let type: OutboxEventType?
    public let contact: ContactID?
    public let state: State
    public let attempts: Int
    public let createdAt: Milliseconds
    /// When it is tried next; of no meaning unless it is pending.
    public let dueAt: Milliseconds
    public let triedAt: Milliseconds?
    /// What came of the last try; nil before the first.
    public let last: DeliveryAttempt?
    /// The first kilobyte of the last answer.
    public let answer: String?
}

/// A delivery with all that there is to look at.
public struct DeliveryDetail: Sendable {
    public let delivery: OutboxDelivery
    /// The body of the request; nil before the first try.
    public let payload: String?
    /// The last tries, oldest first.
    public let history: [DeliveryAttempt]
}
