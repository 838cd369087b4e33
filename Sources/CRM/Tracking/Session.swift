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
    /// The revision of the account's rules; nil before any was published.
    public let revision: Int?
    /// The finer label that an own rule gave.
    public let subLabel: String?
}

extension SessionVerdict {
    init(_ decision: Decision, by classifier: Classifier, ownDomains: [String]) {
        self.init(
            source: decision.source, ruleNumber: decision.rule.number, ruleSet: classifier.rules.ruleSet.rawValue,
            ruleSetVersion: classifier.rules.ruleSet.version, catalogueVersion: classifier.catalogue.version,
            ownDomains: ownDomains, revision: classifier.rules.revision, subLabel: decision.subLabel)
    }
}
