import Database

/// The SQL of whose turn it is.
enum DeliveryClaims {
    static let mostDeliveries = 16
    private static let mostCandidates = 64
    /// For how long a delivery that fails keeps later ones of the same object waiting.
    private static let orderTime: Milliseconds = .hour

    struct Candidate: Sendable {
        let webhook: Scoped<WebhookID>
        let isFailing: Bool
    }

    /// A delivery that is due and that no earlier one of the same object holds up. `$1` is now, `$2` how far back an
    /// earlier one counts.
    private static let isReady = """
        deliveries.state = 'pending' and deliveries.due_at <= $1 and not exists (
            select 1 from deliveries as earlier
            where earlier.account_id = deliveries.account_id and earlier.webhook_id = deliveries.webhook_id
                and earlier.object_id = deliveries.object_id and earlier.state = 'pending'
                and earlier.event_id < deliveries.event_id and earlier.created_at > $2)
        """

    /// The webhooks that something waits for and that nobody serves, those that were served longest ago first.
    static func candidates(_ connection: Connection, now: Milliseconds) throws -> [Candidate] {
        try connection.rows(
            """
            select account_id, id, failures from webhooks
            where not paused and quiet_until <= $1 and lease_until <= $1 and exists (
                select 1 from deliveries
                where deliveries.account_id = webhooks.account_id and deliveries.webhook_id = webhooks.id
                    and \(isReady))
            order by served_at, account_id, id limit $3
            """, [now, now - orderTime, mostCandidates]
        ).map { row in
            Candidate(
                webhook: Scoped(try row["account_id"], try row["id"]), isFailing: try row["failures"] as Int > 0)
        }
    }

    /// Takes a webhook unless somebody else has it or is about to; false then.
    static func take(
        _ connection: Connection, _ webhook: Scoped<WebhookID>, for runner: RunnerID, until end: Milliseconds,
        now: Milliseconds
    ) throws -> Bool {
        let locking: String =
            switch connection.dialect {
            case .sqlite: ""
            // Not stronger than it must be: what is captured meanwhile reads the row.
            case .postgres: "for no key update skip locked"
            }
        let free = try connection.row(
            """
            select id from webhooks
            where account_id = $1 and id = $2 and not paused and quiet_until <= $3 and lease_until <= $3 \(locking)
            """, [webhook.account, webhook.key, now])
        guard free != nil else { return false }
        try connection.execute(
            """
            update webhooks set lease_owner = $3, lease_until = $4, served_at = $5
            where account_id = $1 and id = $2
            """, [webhook.account, webhook.key, runner.text, end, now])
        return true
    }

    /// Keeps a webhook for another turn; nil when it is not this runner's any more, or paused.
    static func extend(
        _ connection: Connection, _ webhook: Scoped<WebhookID>, for runner: RunnerID, until end: Milliseconds,
        now: Milliseconds
    ) throws -> Bool {
        try connection.execute(
            """
            update webhooks set lease_until = $4, served_at = $5
            where account_id = $1 and id = $2 and lease_owner = $3 and not paused and quiet_until <= $5
            """, [webhook.account, webhook.key, runner.text, end, now]) > 0
    }

    static func release(_ connection: Connection, _ webhook: Scoped<WebhookID>, _ runner: RunnerID) throws {
        try connection.execute(
            """
            update webhooks set lease_owner = null, lease_until = 0
            where account_id = $1 and id = $2 and lease_owner = $3
            """, [webhook.account, webhook.key, runner.text])
    }

    static func turn(_ connection: Connection, _ key: Scoped<WebhookID>, now: Milliseconds) throws -> DeliveryTurn? {
        guard let webhook = try WebhookStore.webhook(connection, key.account, key.key) else { return nil }
        let rows = try connection.rows(
            """
            select deliveries.event_id, deliveries.object_id, deliveries.attempts, deliveries.created_at,
                deliveries.history, outbox.type, outbox.contact_id, outbox.at, outbox.fields, outbox.payload
            from deliveries
            join outbox on outbox.account_id = deliveries.account_id and outbox.id = deliveries.event_id
            where deliveries.account_id = $3 and deliveries.webhook_id = $4 and \(isReady)
            order by deliveries.due_at, deliveries.event_id limit $5
            """, [now, now - orderTime, key.account, key.key, mostDeliveries])
        return DeliveryTurn(webhook: webhook, account: key.account, deliveries: try rows.map(delivery))
    }

    /// What is stored in one delivery and cannot be read fails that one, and not the whole turn.
    private static func delivery(_ row: Row) throws -> WaitingDelivery {
        let fields: String? = try row["fields"]
        let history: String? = try row["history"]
        return WaitingDelivery(
            event: try row["event_id"], type: OutboxEventType(rawValue: try row["type"]), object: try row["object_id"],
            contact: try row["contact_id"], at: try row["at"],
            fields: fields.map { try? JSONText.decode(from: $0) } ?? [:], payload: try row["payload"],
            attempts: try row["attempts"], createdAt: try row["created_at"],
            history: history.flatMap { try? JSONText.decode(from: $0) } ?? [])
    }
}
