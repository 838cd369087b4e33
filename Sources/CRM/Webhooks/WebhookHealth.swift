/// How an address has answered lately.
public struct WebhookHealth: Sendable, Equatable {
    /// How many tries in a row have failed; 0 when the last one went well.
    public let failures: Int
    /// Nothing is sent to it before this moment.
    public let quietUntil: Milliseconds
}
