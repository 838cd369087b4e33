import Attribution

/// One event that a browser sent, after the edge has parsed it: nothing in it can be wrong any more.
///
/// Texts are free of U+0000, within their limits, and never empty; URLs are at most 8,192 bytes with secrets dropped.
public struct CaptureEvent: Sendable, Codable {
    public enum Kind: Sendable, Codable {
        case pageView(title: String?)
        case form(FormFill)
        /// A page told us who the visitor is.
        case identify([FilledField])
        /// A page's own event, its data as JSON; it never touches a contact.
        case custom(name: String, data: String?)
    }

    public let id: EventID
    public internal(set) var account: AccountID
    public let kind: Kind
    public let visitor: VisitorID?
    public let session: SessionID?
    public let url: String
    public let referrer: String?
    /// By the server's clock, as far as the sender's can be corrected.
    public let occurredAt: Milliseconds
    public let landing: CapturedLanding?
    public internal(set) var browser: BrowserFacts
    /// Set when the event looks like no person's; a conversion is then held, never dropped.
    public var suspicion: HeldReason?

    public init(
        id: EventID, account: AccountID, kind: Kind, visitor: VisitorID?, session: SessionID?, url: String,
        referrer: String?, occurredAt: Milliseconds, landing: CapturedLanding?, browser: BrowserFacts,
        suspicion: HeldReason? = nil
    ) {
        self.id = id
        self.account = account
        self.kind = kind
        self.visitor = visitor
        self.session = session
        self.url = url
        self.referrer = referrer
        self.occurredAt = occurredAt
        self.landing = landing
        self.browser = browser
        self.suspicion = suspicion
    }

    /// Whether the event may create or update a contact.
    public var isConversion: Bool {
        switch kind {
        case .form, .identify: true
        case .pageView, .custom: false
        }
    }
}

/// The landing that a browser remembers for its session and sends again with each conversion.
public struct CapturedLanding: Sendable, Codable, Equatable {
    public let url: String
    public let referrer: String?
    public let at: Milliseconds

    public init(url: String, referrer: String?, at: Milliseconds) {
        self.url = url
        self.referrer = referrer
        self.at = at
    }
}
