import Database

/// What a worker needs to send what waits: any number of workers and nodes may share one database.
public struct Deliveries: Sendable {
    let database: Database
    private let runner = RunnerID()

    /// How long a worker that falls silent keeps others from its webhooks.
    public static let lease: Milliseconds = 60 * .second

    init(database: Database) { self.database = database }

    /// Takes webhooks that something waits for, each with what is to be sent to it first.
    public func claim(_ room: DeliveryRoom, now: Milliseconds) async throws -> [DeliveryTurn] {
        let candidates = try await database.read { try DeliveryClaims.candidates($0, now: now) }
        let chosen =
            candidates.filter { !$0.isFailing }.prefix(room.healthy)
            + candidates.filter(\.isFailing).prefix(room.failing)
        guard !chosen.isEmpty else { return [] }
        let keys = chosen.map(\.webhook).sorted()
        let runner = runner
        return try await database.write(.readCommitted) { connection in
            let taken = try keys.filter { key in
                try DeliveryClaims.take(connection, key, for: runner, until: now + Self.lease, now: now)
            }
            return try taken.compactMap { try DeliveryClaims.turn(connection, $0, now: now) }
        }
    }

    /// Keeps what is sent, so that a repetition sends the same bytes.
    ///
    /// - Returns: what is kept by event; an event that is missing was erased meanwhile, and must not be sent.
    public func keep(
        _ payloads: [OutboxEventID: String], of account: AccountID
    ) async throws -> [OutboxEventID: String] {
        guard !payloads.isEmpty else { return [:] }
        return try await database.write(.readCommitted) { connection in
            var kept: [OutboxEventID: String] = [:]
            for (event, payload) in payloads.sorted(by: { $0.key < $1.key }) {
                kept[event] = try DeliveryResults.keep(connection, account, event, payload: payload)
            }
            return kept
        }
    }

    /// Writes down what came of a turn.
    ///
    /// - Parameters:
    ///   - outcomes: one for each delivery of the turn, in its order.
    ///   - chance: 0 to 1, to spread what failed together.
    ///   - goesOn: whether the worker would take another turn of the same webhook.
    /// - Returns: that turn, when something more waits.
    public func finish(
        _ turn: DeliveryTurn, _ outcomes: [DeliveryOutcome], chance: Double, goesOn: Bool, now: Milliseconds
    ) async throws -> DeliveryTurn? {
        let runner = runner
        let key = Scoped(turn.account, turn.webhook.id)
        let isWell = !outcomes.contains(.postponed) && !outcomes.contains(where: \.isTrouble)
        return try await database.write(.readCommitted) { connection in
            for (delivery, outcome) in zip(turn.deliveries, outcomes) {
                try DeliveryResults.save(connection, delivery, of: key, outcome, chance: chance, now: now)
            }
            try DeliveryResults.note(connection, turn.webhook, outcomes, chance: chance, now: now)
            if goesOn, isWell,
                try DeliveryClaims.extend(connection, key, for: runner, until: now + Self.lease, now: now),
                let next = try DeliveryClaims.turn(connection, key, now: now), !next.deliveries.isEmpty
            {
                return next
            }
            try DeliveryClaims.release(connection, key, runner)
            return nil
        }
    }

    /// Gives up what nobody could try for three days.
    ///
    /// - Returns: how many; at most a few hundred at a time.
    public func expire(now: Milliseconds) async throws -> Int {
        let isDue = try await database.read { try DeliveryBacklog.hasExpired($0, now: now) }
        guard isDue else { return 0 }
        return try await database.write(.readCommitted) { try DeliveryResults.expire($0, now: now, limit: 500) }
    }

    /// What waits, for the metrics.
    public func backlog(now: Milliseconds) async throws -> DeliveryBacklog {
        try await database.read { try DeliveryBacklog.load($0, now: now) }
    }
}
