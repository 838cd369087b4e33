import Database

/// The SQL of webhooks.
enum WebhookStore {
    static let columns = """
        account_id, id, name, url, events, paused, secret, former_secret, former_until, failures, quiet_until,
        created_at, updated_at
        """

    static func webhook(_ row: Row) throws -> Webhook {
        var former: (text: String, until: Milliseconds)?
        if let text = try row["former_secret"] as String?, let until = try row["former_until"] as Milliseconds? {
            former = (text, until)
        }
        return Webhook(
            id: try row["id"], account: try row["account_id"], name: try row["name"], url: try row["url"],
            events: WebhookEvents(stored: try row["events"]), isPaused: try row["paused"],
            secret: WebhookSecret(current: try row["secret"], former: former),
            health: WebhookHealth(failures: try row["failures"], quietUntil: try row["quiet_until"]),
            createdAt: try row["created_at"], updatedAt: try row["updated_at"])
    }

    static func all(_ connection: Connection, _ account: AccountID) throws -> [Webhook] {
        try connection.rows(
            "select \(columns) from webhooks where account_id = $1 order by id limit $2", [account, Webhooks.most]
        ).map(webhook)
    }

    static func webhook(_ connection: Connection, _ account: AccountID, _ id: WebhookID) throws -> Webhook? {
        try connection.row("select \(columns) from webhooks where account_id = $1 and id = $2", [account, id])
            .map(webhook)
    }

    static func count(_ connection: Connection, _ account: AccountID) throws -> Int {
        try connection.row("select count(*) as count from webhooks where account_id = $1", [account])?["count"] ?? 0
    }

    static func insert(
        _ connection: Connection, _ account: AccountID, _ id: WebhookID, _ draft: WebhookDraft, secret: String,
        now: Milliseconds
    ) throws {
        try connection.execute(
            """
            insert into webhooks (account_id, id, name, url, events, paused, secret, created_at, updated_at)
            values ($1, $2, $3, $4, $5, $6, $7, $8, $8)
            """, [account, id, draft.name, draft.url, draft.events.stored, draft.isPaused, secret, now])
    }

    /// Another address, or none before, starts with a clean sheet.
    static func update(
        _ connection: Connection, _ account: AccountID, _ id: WebhookID, _ draft: WebhookDraft, now: Milliseconds
    ) throws -> Bool {
        try connection.execute(
            """
            update webhooks set name = $3, url = $4, events = $5, paused = $6, updated_at = $7, failures = 0,
                quiet_until = 0
            where account_id = $1 and id = $2
            """, [account, id, draft.name, draft.url, draft.events.stored, draft.isPaused, now]) > 0
    }

    static func rotate(
        _ connection: Connection, _ account: AccountID, _ id: WebhookID, to secret: String, until end: Milliseconds,
        now: Milliseconds
    ) throws -> Bool {
        try connection.execute(
            """
            update webhooks set former_secret = secret, former_until = $4, secret = $3, updated_at = $5
            where account_id = $1 and id = $2
            """, [account, id, secret, end, now]) > 0
    }

    static func delete(_ connection: Connection, _ account: AccountID, _ id: WebhookID) throws -> Bool {
        try connection.execute("delete from deliveries where account_id = $1 and webhook_id = $2", [account, id])
        return try connection.execute("delete from webhooks where account_id = $1 and id = $2", [account, id]) > 0
    }
}
