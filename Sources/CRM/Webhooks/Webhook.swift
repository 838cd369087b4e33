public typealias WebhookID = Identifier<Webhook>

/// An address outside that is told of an account's events.
public struct Webhook: Sendable, Identifiable {
    public let id: WebhookID
    public let account: AccountID
    public let name: String
    /// An absolute http(s) address.
    public let url: String
    public let events: WebhookEvents
    public let isPaused: Bool
    public let secret: WebhookSecret
    public let health: WebhookHealth
    public let createdAt: Milliseconds
    public let updatedAt: Milliseconds
}
