import Attribution

/// An address of ours that somebody opened: whose it is and where it leads.
public struct LinkVisit: Sendable {
    public let link: TriggerLink
    /// Nil for somebody who is no longer a contact: the address still leads where it did.
    public let contact: ContactID?
    /// Where to go on to.
    public let address: String
}

/// What a request says of itself that opened a contact's address of a link.
public struct ClickArrival: Sendable {
    public var sign: ClickSign?
    public var browser: BrowserFacts
    public let at: Milliseconds

    public init(sign: ClickSign?, browser: BrowserFacts, at moment: Milliseconds) {
        self.sign = sign
        self.browser = browser
        at = moment
    }
}
