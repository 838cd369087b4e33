import Attribution

/// An event of an account that was refused at the edge: it is counted, nothing of it is kept.
public struct RefusedEvent: Sendable {
    public let account: AccountID
    public let cause: RefusalCause
    /// The website it came from, for those that were refused for that.
    public let host: Host?

    public init(account: AccountID, cause: RefusalCause, host: Host? = nil) {
        self.account = account
        self.cause = cause
        self.host = host
    }
}
