/// What the browser told beside the landing.
public struct BrowserFacts: Sendable, Equatable, Codable {
    /// Meta's browser cookie.
    public var fbp: String?
    /// Meta's click cookie.
    public var fbc: String?
    public var gaClientID: String?
    public var gaSessionID: String?
    public var userAgent: String?
    public var ip: String?

    public init(
        fbp: String? = nil, fbc: String? = nil, gaClientID: String? = nil, gaSessionID: String? = nil,
        userAgent: String? = nil, ip: String? = nil
    ) {
        self.fbp = fbp
        self.fbc = fbc
        self.gaClientID = gaClientID
        self.gaSessionID = gaSessionID
        self.userAgent = userAgent
        self.ip = ip
    }
}
