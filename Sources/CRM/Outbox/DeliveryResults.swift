import Database

/// The SQL of what came of deliveries.
enum DeliveryResults {
    /// How many tries of a delivery are remembered.
    private static let mostHistory = 40

    /// Somebody else may have sent it meanwhile, after this worker's lease had run out: a failure then says nothing.
    static func save(
        _ connection: Connection, _ delivery: WaitingDelivery, of webhook: Scoped<WebhookID>,
        _ outcome: DeliveryOutcome, chance: Double, now: Milliseconds
    ) throws {
        switch outcome {
        case .postponed: return
        case .notNeeded:
            try connection.execute(
                """
                update deliveries set state = 'skipped', finished_at = $4
                where account_id = $1 and event_id = $2 and webhook_id = $3 and state = 'pending'
                """, [webhook.account, delivery.event, webhook.key, now])
        case .sent(let attempt, let answer, let asked):
            let attempts = delivery.attempts + 1
            let next =
                attempt.problem == nil
                ? nil
                : DeliveryRetry.next(
                    attempts: attempts, createdAt: delivery.createdAt, asked: asked, chance: chance, now: now)
            let state: OutboxDelivery.State = attempt.problem == nil ? .delivered : next == nil ? .givenUp : .pending
            let history = (delivery.history + [attempt]).suffix(mostHistory)
            try connection.execute(
                """
                update deliveries set state = $4, attempts = $5, due_at = $6, tried_at = $7, finished_at = $8,
                    status = $9, problem = $10, answer = $11, duration = $12, history = $13
                where account_id = $1 and event_id = $2 and webhook_id = $3
                    and (state = 'pending' or $4 = 'delivered')
                """,
                [
                    webhook.account, delivery.event, webhook.key, state, attempts, next ?? now, attempt.at,
                    state == .pending ? nil : now, attempt.status, attempt.problem, answer?.cut(to: 1_024),
                    attempt.milliseconds, try JSONText.encode(Array(history)),
                ])
        }
    }

    /// Writes down how a webhook has answered: one that is in trouble is left alone for a while.
    static func note(
        _ connection: Connection, _ webhook: Webhook, _ outcomes: [DeliveryOutcome], chance: Double, now: Milliseconds
    ) throws {
        let isWell = outcomes.contains(where: \.isSuccess)
        let isTroubled = !isWell && outcomes.contains(where: \.isTrouble)
        guard isTroubled || (isWell && webhook.health.failures > 0) else { return }
        let failures = isTroubled ? webhook.health.failures + 1 : 0
        let asked = outcomes.compactMap { outcome -> Milliseconds? in
            guard case .sent(_, _, let asked) = outcome else { return nil }
            return asked
        }.max()
        let quiet = isTroubled ? DeliveryRetry.quiet(failures: failures, asked: asked, chance: chance, now: now) : 0
        try connection.execute(
            "update webhooks set failures = $3, quiet_until = $4 where account_id = $1 and id = $2",
            [webhook.account, webhook.id, failures, quiet])
    }

    /// Gives up what nobody could try for three days, some at a time.
    static func expire(_ connection: Connection, now: Milliseconds, limit: Int) throws -> Int {
        let rows = try connection.rows(
            """
            select account_id, event_id, webhook_id from deliveries
            where state = 'pending' and created_at <= $1 and due_at <= $2 order by created_at limit $3
            """, [now - DeliveryRetry.patience, now, limit])
        try connection.execute(
            """
            update deliveries set state = 'given_up', finished_at = $4
            where account_id = $1 and event_id = $2 and webhook_id = $3 and state = 'pending'
            """,
            forEach: try rows.map {
                [try $0["account_id"] as AccountID, try $0["event_id"] as String, try $0["webhook_id"] as String, now]
            })
        return rows.count
    }

    /// Keeps what is sent first; answers what is kept, nil when the event is gone.
    static func keep(
        _ connection: Connection, _ account: AccountID, _ event: OutboxEventID, payload: String
    ) throws -> String? {
        try connection.execute(
            "update outbox set payload = $3 where account_id = $1 and id = $2 and payload is null",
            [account, event, payload])
        return try connection.row(
            "select payload from outbox where account_id = $1 and id = $2", [account, event])?["payload"]
    }
}
