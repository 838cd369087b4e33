import CRM

/// One event on its way to one webhook, as API clients read it.
struct WireDelivery: Encodable {
    /// The `webhookId` of the request's body.
    let id: String
    @OrNull var type: String?
    @OrNull var contactId: String?
    let status: String
    let attempts: Int
    let dateAdded: String
    /// When it is tried next; null when it is over.
    @OrNull var nextAttemptAt: String?
    @OrNull var lastAttempt: WireDeliveryAttempt?

    init(_ delivery: OutboxDelivery) {
        id = delivery.event.rawValue
        type = delivery.type?.rawValue
        contactId = delivery.contact?.rawValue
        status = delivery.state.rawValue
        attempts = delivery.attempts
        dateAdded = delivery.createdAt.iso8601
        nextAttemptAt = delivery.state == .pending ? delivery.dueAt.iso8601 : nil
        lastAttempt = delivery.last.map(WireDeliveryAttempt.init)
    }
}

struct WireDeliveryAttempt: Encodable {
    let at: String
    let milliseconds: Int
    @OrNull var statusCode: Int?
    /// Why it did not arrive.
    @OrNull var problem: String?

    init(_ attempt: DeliveryAttempt) {
        at = attempt.at.iso8601
        milliseconds = attempt.milliseconds
        statusCode = attempt.status
        problem = attempt.problem?.rawValue
    }
}

struct WireDeliveryDetail: Encodable {
    let detail: DeliveryDetail

    init(_ detail: DeliveryDetail) { self.detail = detail }

    private enum Key: String, CodingKey {
        case payload, answer, history
    }

    func encode(to encoder: any Encoder) throws {
        try WireDelivery(detail.delivery).encode(to: encoder)
        var container = encoder.container(keyedBy: Key.self)
        try container.encode(detail.payload, forKey: .payload)
        try container.encode(detail.delivery.answer, forKey: .answer)
        try container.encode(detail.history.map(WireDeliveryAttempt.init), forKey: .history)
    }
}

struct WireSingleDelivery: Encodable {
    let delivery: WireDeliveryDetail
}

struct WireDeliveries: Encodable {
    let deliveries: [WireDelivery]
    /// Of the next page; null on the last.
    @OrNull var startAfterId: String?
}
