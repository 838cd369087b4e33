import Assets
import CRM
import Database
import Hummingbird
import Logging
import ServiceLifecycle

/// The server: what `serve` runs and tests call.
public struct HeadwaterServer: Sendable {
    let database: Database
    let crm: CRM
    let settings: ServerSettings
    let now: @Sendable () -> Milliseconds
    let limits: RateLimits
    let templates: Templates

    /// - Throws: when an embedded template does not compile.
    public init(
        database: Database, crm: CRM, settings: ServerSettings, now: @escaping @Sendable () -> Milliseconds
    ) throws {
        self.database = database
        self.crm = crm
        self.settings = settings
        self.now = now
        limits = RateLimits(isOn: settings.limitsRates)
        templates = try Templates(.embedded)
    }

    /// The application with its services; it listens when it is run.
    ///
    /// - Parameter onListening: called once connections are taken.
    public func application(
        logger: Logger, onListening: @escaping @Sendable () async -> Void = {}
    ) throws -> some ApplicationProtocol {
        var application = Application(
            router: try routes(),
            server: .http1(configuration: .init(idleTimeout: .seconds(60))),
            configuration: .init(
                address: .hostname(settings.host, port: settings.port), serverName: nil, backlog: 1_024),
            onServerRunning: { _ in await onListening() },
            logger: logger)
        application.addServices(Housekeeping(privacy: crm.privacy, now: now, logger: logger))
        if settings.replaysRules {
            application.addServices(Replaying(rules: crm.rules, now: now, logger: logger))
        }
        return application
    }
}
