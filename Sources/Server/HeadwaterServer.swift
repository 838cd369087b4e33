import Assets
import CRM
import Database
import Hummingbird
import HummingbirdCore
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
    let metrics = ServerMetrics()
    let readiness: Readiness
    private let probe: DatabaseProbe

    /// - Throws: when an embedded template does not compile.
    public init(
        database: Database, crm: CRM, settings: ServerSettings, now: @escaping @Sendable () -> Milliseconds
    ) throws {
        self.database = database
        self.crm = crm
        self.settings = settings
        self.now = now
        limits = RateLimits(isOn: settings.limitsRates)
        templates = try Templates.embedded.get()
        probe = DatabaseProbe(database)
        readiness = Readiness(probe: probe, schema: Schema.migrations.last?.number ?? 0) { [metrics] in
            let ingest = metrics.ingest
            return ingest.eventsWaiting.value + CollectBody.mostEvents > settings.mostWaitingEvents
                || ingest.bytesWaiting.value + CollectBody.largest > settings.mostWaitingBytes
        }
    }

    /// To be stopped before the application is: from then on `/readyz` says no, and for the settings' delay everything
    /// else still works.
    public func closing(logger: Logger) -> some Service {
        Closing(readiness: readiness, delay: settings.drainDelay, logger: logger)
    }

    /// The application with its services; it listens when it is run.
    ///
    /// - Parameter onListening: called once connections are taken.
    public func application(
        logger: Logger, onListening: @escaping @Sendable () async -> Void = {}
    ) throws -> some ApplicationProtocol {
        let limits = settings.connections
        let channel = limits.channel
        let log = RequestLog(metrics: metrics.http, budget: LineBudget(perSecond: 10))
        let security = SecurityHeaders(isSecure: settings.publicURL.isSecure)
        let collect = collect(logger)
        var application = Application(
            router: try routes(collect, log, security),
            server: HTTPServerBuilder { responder in
                LanedChannel(
                    base: HTTP1Channel(responder: responder, configuration: channel),
                    collect: LaneController(collect: collect, security: security, log: log, logger: logger))
            },
            configuration: .init(
                address: .hostname(settings.host, port: settings.port), serverName: nil, backlog: 1_024,
                availableConnectionsDelegate: .maximum(limits.mostConnections, logger: logger)),
            onServerRunning: { _ in await onListening() },
            logger: logger)
        application.addServices(services(logger))
        return application
    }

    /// What runs beside the listener, in the order of its start. The end has the opposite order, each service after the
    /// one before it has ended: the listener first, which lets go of nobody whose answer is due, then the jobs, and last
    /// what others rest on.
    private func services(_ logger: Logger) -> [any Service] {
        var services: [any Service] = [
            probe,
            Housekeeping(privacy: crm.privacy, metrics: metrics[.addressCut], now: now, logger: logger),
            Retaining(retention: crm.retention, metrics: metrics[.retention], now: now, logger: logger),
            Removing(removal: crm.accountRemoval, metrics: metrics[.removal], now: now, logger: logger),
        ]
        if settings.refreshesReports {
            services.append(
                Refreshing(
                    facts: crm.facts, job: metrics[.reports], metrics: metrics.reports,
                    eventsWaiting: metrics.ingest.eventsWaiting, now: now, logger: logger))
        }
        if database.dialect == .postgres { services.append(DatabaseWatch(probe: probe, logger: logger)) }
        if settings.deliversWebhooks { services.append(delivering(logger)) }
        if settings.importsCosts {
            services.append(
                ImportingCosts(adCosts: crm.adCosts, metrics: metrics[.costImports], now: now, logger: logger))
        }
        if settings.replaysRules {
            services.append(Replaying(rules: crm.rules, metrics: metrics[.replays], now: now, logger: logger))
        }
        return services
    }

    func collect(_ logger: Logger) -> CollectController {
        let queue = IngestQueue(
            capture: crm.capture, mostEvents: settings.mostWaitingEvents, mostBytes: settings.mostWaitingBytes,
            pace: IngestPace(database.dialect), metrics: metrics.ingest, logger: logger, now: now)
        return CollectController(
            crm: crm, settings: settings, limits: limits, queue: queue, metrics: metrics.ingest, now: now)
    }
}
