import Attribution
import Delivery

import struct Foundation.URLComponents

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
    /// Page views that one address may send to one account: an office of some hundred people behind one.
    public var addressRate = EventRate.ofAddress(perSecond: 20)
    /// Page views that one account may receive, so that it leaves this node's other accounts their share.
    public var accountRate = EventRate.ofAccount(perSecond: 5_000)
    public var connections = ConnectionLimits()
    /// Requests per ten seconds and per day that one API token may make.
    public var apiBurstLimit = 100
    public var apiDailyLimit = 200_000
    /// How many events may wait for the database before senders are told to come again.
    public var mostWaitingEvents = 10_000
    /// And how many bytes the bodies that they came in may have.
    public var mostWaitingBytes = 64 << 20
    /// Judges history in the background when rules are previewed or published.
    public var replaysRules = true
    /// Goes on with long files of ad costs in the background.
    public var importsCosts = true
    /// Whether it brings what has changed into what reports read.
    public var refreshesReports = true
    /// Sends to webhooks in the background.
    public var deliversWebhooks = true
    public var delivery = DeliverySettings()
    /// What is running, for the metrics.
    public var version = "unknown"
    /// Lets a scraper read the metrics from another machine.
    public var metricsToken: MetricsToken?
    /// How long the server goes on serving after it was told to stop, while `/readyz` already says no.
    public var drainDelay = Duration.zero
    /// The folder of the database, where it is a file of this machine.
    public var databaseFolder: String?
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
    /// The host, and the domain that somebody registered of which it is, ready to be compared with.
    let site: Host?
    let registrableDomain: Host?

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
        site = Host(name: host)
        registrableDomain = site?.registrableDomain
    }

    public var description: String { text }
}
