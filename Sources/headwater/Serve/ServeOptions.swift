import ArgumentParser
import Server

/// How the server is reached and how strict it is.
struct ServeOptions: ParsableArguments {
    @Option(help: "The address to listen on. (default: 127.0.0.1)")
    var host: PathText?

    @Option(help: "The port to listen on; 0 takes a free one. (default: 8080)")
    var port: PortNumber?

    @Option(
        name: .customLong("public-url"),
        help: "What browsers use to reach the server, like https://leads.example.com. (default: where it listens)")
    var publicURL: PublicURL?

    @Option(help: "Proxies whose X-Forwarded-For is believed: addresses or networks. (default: none)")
    var trustedProxies: TrustedProxies?

    @Option(name: .customLong("geoip-database"), help: "A MaxMind .mmdb file, for the time zone of a submission.")
    var geoIPDatabase: PathText?

    @Option(help: "How much is logged: \(LogLevel.names). (default: info)")
    var logLevel: LogLevel?

    @Flag(name: .customLong("no-rate-limits"), help: "Take any number of requests: for load tests.")
    var allowsFloods = false

    @Flag(name: .customLong("no-bot-filter"), help: "Take what programs send for what people send: for trials.")
    var allowsBots = false
}
