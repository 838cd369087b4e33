/// A webhook whose turn it is, with some of what waits for it: nobody else sends to it meanwhile.
public struct DeliveryTurn: Sendable {
    public let webhook: Webhook
    public let account: AccountID
    /// Each of another object: the next event of the same one waits for this.
    public let deliveries: [WaitingDelivery]
}

/// A delivery that is due.
public struct WaitingDelivery: Sendable {
    public let event: OutboxEventID
    public let type: OutboxEventType?
    public let object: String
    public let contact: ContactID?
    public let at: Milliseconds
    /// Nil when what is stored cannot be read.
    public let fields: [String: OutboxValue]?
    /// What was sent first; nil before the first try.
    public let payload: String?
    public let attempts: Int
    let createdAt: Milliseconds
    let history: [DeliveryAttempt]
}

/// How many receivers a worker may take up.
public struct DeliveryRoom: Sendable {
    public let healthy: Int
    /// Those that have failed lately; they have room of their own, so that they never keep the others waiting.
    public let failing: Int

    public init(healthy: Int, failing: Int) {
        self.healthy = healthy
        self.failing = failing
    }
}
