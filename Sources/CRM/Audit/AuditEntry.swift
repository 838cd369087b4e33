/// One line of the audit log.
public struct AuditEntry: Sendable, Identifiable {
    public let id: AuditEntryID
    public let at: Milliseconds
    /// Nil for what concerns everybody: a user, an app, an agency token.
    public let account: AccountID?
    public let accountName: String?
    public let action: AuditAction
    /// The id or the name of what it was done to.
    public let subject: String?
    public let actor: AuditActor
    /// The e-mail address of a user, as it is now.
    public let email: String?
}

public typealias AuditEntryID = Identifier<AuditEntry>

/// Which entries somebody wants to see, newest first.
public struct AuditQuery: Sendable, Equatable {
    /// Nil reads the whole server.
    public var account: AccountID?
    public var action: AuditAction?
    /// The id of a user, a token or an app.
    public var actor: String?
    /// Only entries that are older than this one.
    public var before: AuditEntryID?
    public var limit: Int

    public init(account: AccountID? = nil, limit: Int = 50) {
        self.account = account
        self.limit = limit
    }
}
