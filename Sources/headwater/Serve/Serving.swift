import CRM
import Database
import Delivery
import Foundation
import Logging
import Server
import ServiceLifecycle

/// A server that runs until it is told to stop: what `serve` and `demo` have in common.
struct Serving {
    let configuration: Configuration
    private let options: ServeOptions

    init(_ configuration: Configuration, _ options: ServeOptions) {
        self.configuration = configuration
        self.options = options
    }

    /// Serves until SIGTERM or SIGINT, and ends what it has begun.
    ///
    /// - Parameters:
    ///   - prepare: runs on the open data before anybody is let in.
    ///   - adjust: changes the settings that are on no command line.
    func run(
        prepare: (Installation) async throws -> Void = { _ in }, adjust: (inout ServerSettings) -> Void = { _ in }
    ) async throws {
        let timeZones = try configuration.geoIPDatabase.map(TimeZoneDatabase.init(path:))
        let installation = try await Installation(configuration, makesDatabase: true) { timeZones?.timeZone(of: $0) }
        let logger = logger(installation.now)
        try await EngineMove.prepareToServe(installation.database)
        try await prepare(installation)
        let address = try ListeningAddress(host: configuration.host, port: configuration.port)
        var settings = try settings(address)
        adjust(&settings)
        try await StartLines(configuration, options, installation).log(to: logger)
        let server = try HeadwaterServer(
            database: installation.database, crm: installation.crm, settings: settings, now: installation.now)
        let application = try server.application(logger: logger) {
            // A server whose starter has gone serves all the same.
            try? StandardOutput.line("Headwater is listening on \(address.url)")
        }
        try await ServiceGroup(
            configuration: .init(
                services: [application, server.closing(logger: logger)], gracefulShutdownSignals: [.sigterm, .sigint],
                logger: logger)
        ).run()
        logger.info("stopped")
    }

    private func settings(_ address: ListeningAddress) throws -> ServerSettings {
        guard let publicURL = configuration.publicURL ?? PublicURL(address.url) else {
            throw CommandFailure("\(address.url) is no address for browsers. Say with --public-url what they use.")
        }
        var settings = ServerSettings(publicURL: publicURL)
        settings.host = address.host
        settings.port = address.port
        settings.trustedProxies = configuration.trustedProxies
        if let rate = configuration.addressRate { settings.addressRate = .ofAddress(perSecond: rate) }
        if let rate = configuration.accountRate { settings.accountRate = .ofAccount(perSecond: rate) }
        let connections = configuration.mostConnections ?? settings.connections.mostConnections
        settings.connections.mostConnections = try OpenFiles.makeRoom(forConnections: connections)
        settings.limitsRates = !options.allowsFloods
        settings.filtersBots = !options.allowsBots
        settings.delivery.rules.allowsPrivate = options.allowPrivateWebhooks
        settings.delivery.rules.allowed = configuration.webhookNetworks
        settings.delivery.userAgent = "Headwater/\(Version.current)"
        settings.version = Version.current
        settings.metricsToken = configuration.metricsToken
        settings.drainDelay = configuration.drainDelay
        settings.databaseFolder = configuration.databaseFolder
        return settings
    }

    /// Logs go to standard error: standard output says where the server listens.
    private func logger(_ now: @escaping @Sendable () -> Milliseconds) -> Logger {
        let lines = LogLines(configuration.logFormat, now: now) { line in
            // A server goes on when nobody reads its log any more.
            try? FileHandle.standardError.write(contentsOf: Data(line.utf8))
        }
        var logger = Logger(label: "headwater") { _ in lines }
        logger.logLevel = configuration.logLevel
        return logger
    }
}
