import CRM
import Logging
import NIOPosix
import ServiceLifecycle

/// Sends to webhooks what waits for them, as long as the server runs.
///
/// Every node runs one. A lease in the database gives each webhook to one of them at a time; one that ends without a word
/// leaves what it had not written down to another, who sends it again.
public struct Delivering: Service {
    private let deliveries: Deliveries
    private let settings: DeliverySettings
    private let resolve: (@Sendable (String) async throws -> [IPAddress])?
    private let render: @Sendable (AccountID, WaitingDelivery) async throws -> String?
    private let observe: @Sendable (DeliveryOutcome) -> Void
    private let measure: @Sendable (DeliveryBacklog) -> Void
    private let now: @Sendable () -> Milliseconds
    private let logger: Logger

    /// - Parameters:
    ///   - resolve: the addresses of a name; nil asks the system.
    ///   - render: the body of an event's request; nil when there is nothing left to tell.
    ///   - observe: called with what came of each delivery.
    ///   - measure: called now and then with what waits.
    public init(
        _ deliveries: Deliveries, _ settings: DeliverySettings,
        resolve: (@Sendable (String) async throws -> [IPAddress])? = nil,
        render: @escaping @Sendable (AccountID, WaitingDelivery) async throws -> String?,
        observe: @escaping @Sendable (DeliveryOutcome) -> Void = { _ in },
        measure: @escaping @Sendable (DeliveryBacklog) -> Void = { _ in },
        now: @escaping @Sendable () -> Milliseconds, logger: Logger
    ) {
        self.deliveries = deliveries
        self.settings = settings
        self.resolve = resolve
        self.render = render
        self.observe = observe
        self.measure = measure
        self.now = now
        self.logger = logger
    }

    public func run() async throws {
        try await serving { turns in
            await withDiscardingTaskGroup { group in
                let seats = Seats(healthy: settings.receivers, failing: settings.receivers)
                var housework = Housework(interval: .seconds(15))
                while !Task.isShuttingDownGracefully, !Task.isCancelled {
                    if housework.isDue { await keepHouse() }
                    let claimed = await claim(seats.room)
                    for turn in claimed {
                        let isFailing = turn.webhook.health.failures > 0
                        seats.take(isFailing: isFailing)
                        group.addTask {
                            await serve(turn, turns)
                            seats.leave(isFailing: isFailing)
                        }
                    }
                    if claimed.isEmpty {
                        await cancelWhenGracefulShutdown { try? await Task.sleep(for: settings.interval) }
                    }
                }
            }
        }
    }

    /// One round of what `run` does for ever: claims what waits and serves it to the end.
    ///
    /// - Returns: how many webhooks were served.
    @discardableResult
    public func runOnce() async throws -> Int {
        let claimed = try await deliveries.claim(
            DeliveryRoom(healthy: settings.receivers, failing: settings.receivers), now: now())
        try await serving { turns in
            try await withThrowingTaskGroup(of: Void.self) { group in
                for turn in claimed { group.addTask { try await turns.serve(turn) } }
                try await group.waitForAll()
            }
        }
        return claimed.count
    }

    /// Looking a name up blocks a thread, for long where no name server answers: the look-ups have threads of their own.
    private func serving(_ work: (TurnServer) async throws -> Void) async throws {
        let threads = NIOThreadPool(numberOfThreads: settings.receivers * 2)
        threads.start()
        // It does not wait for a name server that does not answer: such a thread ends by itself.
        defer { threads.shutdownGracefully { _ in } }
        // A name that keeps a request waiting for so long leaves it the other half of its time.
        let resolver = Resolver(
            threads: threads, places: settings.receivers * 4, longest: settings.timeLimit / 2)
        let turns = TurnServer(
            deliveries: deliveries, settings: settings,
            resolve: resolve ?? { try await resolver.addresses(of: $0) }, render: render, observe: observe, now: now,
            logger: logger)
        try await work(turns)
    }

    private func claim(_ room: DeliveryRoom) async -> [DeliveryTurn] {
        guard room.healthy > 0 || room.failing > 0 else { return [] }
        do {
            return try await deliveries.claim(room, now: now())
        } catch {
            // The database is away: what waits goes on waiting, and the next look comes soon.
            logger.warning("deliveries not claimed", metadata: ["error": "\(type(of: error))"])
            return []
        }
    }

    private func serve(_ turn: DeliveryTurn, _ turns: TurnServer) async {
        do {
            try await turns.serve(turn)
        } catch {
            // Its lease runs out, and whoever takes it then sends what was not written down once more.
            logger.warning("turn of a webhook not finished", metadata: ["error": "\(type(of: error))"])
        }
    }

    private func keepHouse() async {
        do {
            let givenUp = try await deliveries.expire(now: now())
            if givenUp > 0 { logger.notice("deliveries given up", metadata: ["count": "\(givenUp)"]) }
            measure(try await deliveries.backlog(now: now()))
        } catch {
            // It is tried again in some seconds.
            logger.warning("deliveries not measured", metadata: ["error": "\(type(of: error))"])
        }
    }
}

/// What is done now and then.
private struct Housework {
    let interval: Duration
    private var next = ContinuousClock.now

    init(interval: Duration) { self.interval = interval }

    /// True once in each interval.
    var isDue: Bool {
        mutating get {
            guard ContinuousClock.now >= next else { return false }
            next = .now + interval
            return true
        }
    }
}
