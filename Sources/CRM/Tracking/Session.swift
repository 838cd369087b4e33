import Attribution

/// One visit: the landing, and the pages after it.
public struct Session: Sendable {
    public let id: SessionID
    public let visitor: VisitorID
    public var contact: ContactID?
    public let startedAt: Milliseconds
    public var lastSeenAt: Milliseconds
    public let landing: Landing
    public let ip: String?
    public var pageViews: Int
    public var conversions: Int
    public let verdict: SessionVerdict
}

/// What the rules said of a session's landing, and what they looked at, so that it can be asked again.
public struct SessionVerdict: Sendable, Equatable {
    public let source: Source
    public let ruleNumber: String
    public let ruleSet: String
    public let ruleSetVersion: Int
    public let catalogueVersion: Int
    public let ownDomains: [String]
}
