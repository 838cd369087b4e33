import Foundation

/// How this server is reached and how strict it is: checked once at the start, never read again from outside.
public struct ServerSettings: Sendable {
    public var host = "127.0.0.1"
    public var port = 8080
    /// What people and scripts type to reach the server, without a slash at the end.
    public var publicURL: PublicURL
    /// Peers whose forwarded header is believed.
    public var trustedProxies: TrustedProxies = .none
    public var limitsRates = true
    public var filtersBots = true
    /// Requests per ten seconds and per day that one API token may make.
    public var apiBurstLimit = 100
    public var apiDailyLimit = 200_000
    /// How many events may wait for the database before senders are told to come again.
    public var mostWaitingEvents = 10_000
    /// Judges history in the background when rules are previewed or published.
    public var replaysRules = true
    /// Serves the sample website at `/demo`.
    public var servesDemo = false

    public init(publicURL: PublicURL) {
        self.publicURL = publicURL
    }
}

/// The server's own address.
public struct PublicURL: Sendable, Equatable, CustomStringConvertible {
    /// `https://leads.example.com`
    public let text: String
    public let host: String
    public let isSecure: Bool

    /// Nil for anything but an http(s) origin.
    public init?(_ text: String) {
        var text = text
        while text.hasSuffix("/") { text.removeLast() }
        guard let parts = URLComponents(string: text), let scheme = parts.scheme?.lowercased(),
            scheme == "http" || scheme == "https", let host = parts.host?.lowercased(), !host.isEmpty,
            parts.path.isEmpty, parts.query == nil, parts.fragment == nil, parts.user == nil
        else { return nil }
        self.text = text
        self.host = host
        isSecure = scheme == "https"
    }

    public var description: String { text }
}
