import Database

/// The SQL of looking at deliveries.
enum DeliveryLogStore {
    private static let columns = """
        deliveries.event_id, deliveries.webhook_id, deliveries.state, deliveries.attempts, deliveries.created_at,
        deliveries.due_at, deliveries.tried_at, deliveries.status, deliveries.problem, deliveries.answer,
        deliveries.duration, outbox.type, outbox.contact_id
        """

    static func page(_ connection: Connection, _ account: AccountID, _ query: DeliveryQuery) throws -> DeliveryPage {
        var conditions = ["deliveries.account_id = $1"]
        var values: [any SQLConvertible] = [account]
        func place(_ value: any SQLConvertible) -> String {
            values.append(value)
            return "$\(values.count)"
        }
        if let webhook = query.webhook { conditions.append("deliveries.webhook_id = \(place(webhook))") }
        if let state = query.state { conditions.append("deliveries.state = \(place(state))") }
        if let cursor = query.olderThan {
            conditions.append(
                "(deliveries.event_id, deliveries.webhook_id) < (\(place(cursor.event)), \(place(cursor.webhook)))")
        }
        let limit = place(query.limit + 1)
        var found = try connection.rows(
            """
            select \(columns) from deliveries
            join outbox on outbox.account_id = deliveries.account_id and outbox.id = deliveries.event_id
            where \(conditions.joined(separator: " and "))
            order by deliveries.event_id desc, deliveries.webhook_id desc limit \(limit)
            """, values
        ).map(delivery)
        let hasOlder = found.count > query.limit
        if hasOlder { found.removeLast() }
        return DeliveryPage(deliveries: found, hasOlder: hasOlder)
    }

    static func detail(
        _ connection: Connection, _ account: AccountID, _ event: OutboxEventID, _ webhook: WebhookID
    ) throws -> DeliveryDetail? {
        try connection.row(
            """
            select \(columns), outbox.payload, deliveries.history from deliveries
            join outbox on outbox.account_id = deliveries.account_id and outbox.id = deliveries.event_id
            where deliveries.account_id = $1 and deliveries.event_id = $2 and deliveries.webhook_id = $3
            """, [account, event, webhook]
        ).map { row in
            let history: String? = try row["history"]
            return DeliveryDetail(
                delivery: try delivery(row), payload: try row["payload"],
                history: try history.map { try JSONText.decode(from: $0) } ?? [])
        }
    }

    static func rewind(
        _ connection: Connection, _ account: AccountID, _ event: OutboxEventID, _ webhook: WebhookID, now: Milliseconds
    ) throws -> Bool {
        try connection.execute(
            """
            update deliveries set state = 'pending', due_at = $4, finished_at = null,
                created_at = case when state = 'pending' then created_at else $4 end
            where account_id = $1 and event_id = $2 and webhook_id = $3
            """, [account, event, webhook, now]) > 0
    }

    private static func delivery(_ row: Row) throws -> OutboxDelivery {
        let tried: Milliseconds? = try row["tried_at"]
        let duration: Int? = try row["duration"]
        let status: Int? = try row["status"]
        let problem: DeliveryProblem? = try row["problem"]
        return OutboxDelivery(
            event: try row["event_id"], webhook: try row["webhook_id"],
            type: OutboxEventType(rawValue: try row["type"]), contact: try row["contact_id"], state: try row["state"],
            attempts: try row["attempts"], createdAt: try row["created_at"], dueAt: try row["due_at"], triedAt: tried,
            last: tried.map {
                DeliveryAttempt(at: $0, milliseconds: duration ?? 0, status: status, problem: problem)
            },
            answer: try row["answer"])
    }
}
