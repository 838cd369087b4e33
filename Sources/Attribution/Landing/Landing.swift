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
}
