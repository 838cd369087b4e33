/// An event that a page tells of itself, kept as it was told.
public struct CustomEvent: Sendable {
    public let account: AccountID
    public let event: EventID
    public let session: SessionID?
    public let visitor: VisitorID?
    public let occurredAt: Milliseconds
    public let receivedAt: Milliseconds
    public let url: String
    public let name: String
    /// JSON, as the page gave it.
    public let data: String?
}
