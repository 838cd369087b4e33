import Attribution

/// What a lens looks at: the landing of a visit or of an attribution as it was stored, and the account's own domains then.
struct LensTouch: Sendable {
    /// Nil where there was no web visit: a call, a contact made by hand or through the API, the click of a tracked link.
    let landing: Landing?
    /// The source that was stored with it.
    let source: Source
    /// The own domains as they are stored.
    let ownDomains: String

    init(url: String?, referrer: String?, userAgent: String?, source: Source, ownDomains: String) {
        let landing = url.map { Landing(url: $0, referrer: referrer, userAgent: userAgent) }
        self.landing = landing?.isWebPage == true ? landing : nil
        self.source = source
        self.ownDomains = ownDomains
    }
}
