/// An event with those who are to be told of it.
struct OutboxNote: Sendable {
    let id: OutboxEventID
    let event: OutboxEvent
    let webhooks: [WebhookID]
}
