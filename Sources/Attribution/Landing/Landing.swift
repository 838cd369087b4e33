/// The first page of a session: all that the rules look at.
public struct Landing: Sendable, Equatable {
    /// The Session URL, with its query and fragment.
    public var url: String
    /// What the browser sent as the referrer of that page.
    public var referrer: String?
    public var userAgent: String?

    public init(url: String, referrer: String? = nil, userAgent: String? = nil) {
        self.url = url
        self.referrer = referrer
        self.userAgent = userAgent
    }

    /// Whether the URL is an absolute one of http or https, as every page of a website has.
    public var isWebPage: Bool {
        guard let authority = AuthorityBytes(URLText(url).bytes.span), authority.scheme == .web else { return false }
        return authority.host.map { !$0.isEmpty } ?? true
    }
}
