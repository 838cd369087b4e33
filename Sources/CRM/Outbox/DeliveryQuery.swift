/// Which deliveries, newest first, and which page of them.
public struct DeliveryQuery: Sendable, Equatable {
    public var webhook: WebhookID?
    public var state: OutboxDelivery.State?
    /// 1 to 100.
    public var limit: Int
    public var olderThan: DeliveryCursor?

    public init(webhook: WebhookID? = nil, state: OutboxDelivery.State? = nil, limit: Int = 50) {
        self.webhook = webhook
        self.state = state
        self.limit = min(max(limit, 1), 100)
    }
}

/// A delivery's place in the order of lists.
public struct DeliveryCursor: Sendable, Equatable {
    public let event: OutboxEventID
    public let webhook: WebhookID

    public init(event: OutboxEventID, webhook: WebhookID) {
        self.event = event
        self.webhook = webhook
    }

    public init(_ delivery: OutboxDelivery) { self.init(event: delivery.event, webhook: delivery.webhook) }
}

/// One page of deliveries, newest first.
public struct DeliveryPage: Sendable {
    public let deliveries: [OutboxDelivery]
    public let hasOlder: Bool
}
