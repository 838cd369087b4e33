import ArgumentParser
import Delivery
import Server

/// How the server is reached and how strict it is.
struct ServeOptions: ParsableArguments {
    @Option(help: "The address to listen on. (default: 127.0.0.1)", transform: Setting.host.read)
    var host: PathText?

    @Option(help: "The port to listen on; 0 takes a free one. (default: 8080)", transform: Setting.port.read)
    var port: PortNumber?

    @Option(
        name: .customLong("public-url"),
        help: "What browsers use to reach the server, like https://leads.example.com. (default: where it listens)",
        transform: Setting.publicURL.read)
    var publicURL: PublicURL?

    @Option(
        help: "Proxies whose X-Forwarded-For is believed: addresses or networks. (default: none)",
        transform: Setting.trustedProxies.read)
    var trustedProxies: TrustedProxies?

    @Option(
        help: "Page views a second from one address to one account, a minute's worth at once. (default: 20)",
        transform: Setting.addressRate.read)
    var addressRate: PositiveNumber?

    @Option(
        help: "Page views a second to one account, ten seconds' worth at once. (default: 5000)",
        transform: Setting.accountRate.read)
    var accountRate: PositiveNumber?

    @Option(help: "Connections at a time; more wait. (default: 20000)", transform: Setting.mostConnections.read)
    var maxConnections: PositiveNumber?

    @Option(
        name: .customLong("geoip-database"), help: "A MaxMind .mmdb file, for the time zone of a submission.",
        transform: Setting.geoIPDatabase.read)
    var geoIPDatabase: PathText?

    @Option(help: "How much is logged: \(LogLevel.names). (default: info)", transform: Setting.logLevel.read)
    var logLevel: LogLevel?

    @Option(
        help: "How the log is written, to standard error: text or json. (default: text)",
        transform: Setting.logFormat.read)
    var logFormat: LogFormat?

    @Option(
        help: ArgumentHelp(
            "Lets a scraper that sends it as a bearer token read /metrics from anywhere; better set in the "
                + "environment or the file. (default: only this machine reads them)"))
    var metricsToken: SecretArgument<MetricsToken>?

    @Option(
        help: ArgumentHelp(
            "Seconds to go on serving after being told to stop, while /readyz already answers 503. (default: 0)"),
        transform: Setting.drainDelay.read)
    var drainDelay: DrainDelay?

    @Option(
        help: ArgumentHelp(
            "Networks of your own that webhooks may be sent to: addresses or networks. (default: only the public "
                + "Internet)"), transform: Setting.webhookNetworks.read)
    var webhookNetworks: NetworkList?

    @Flag(help: "Let webhooks be sent to this machine and to every private network.")
    var allowPrivateWebhooks = false

    @Flag(name: .customLong("no-rate-limits"), help: "Take any number of requests: for load tests.")
    var allowsFloods = false

    @Flag(name: .customLong("no-bot-filter"), help: "Take what programs send for what people send: for trials.")
    var allowsBots = false

    func validate() throws { try SecretArgument.check(metricsToken, .metricsToken) }
}
