/// One page that a visitor opened.
public struct PageView: Sendable {
    public let account: AccountID
    public let event: EventID
    public let session: SessionID?
    public let visitor: VisitorID?
    public let occurredAt: Milliseconds
    public let receivedAt: Milliseconds
    public let url: String
    public let referrer: String?
    public let title: String?
}
