import Database

/// The addresses outside that an account's events go to.
public struct Webhooks: Sendable {
    let database: Database
    let ids: IDSource

    /// How many an account may have.
    public static let most = 50
    /// How long requests are signed with the former secret too.
    public static let secretOverlap: Milliseconds = 24 * .hour

    public func all(_ account: AccountID) async throws -> [Webhook] {
        try await database.read { try WebhookStore.all($0, account) }
    }

    /// - Throws: `NotFound.webhook`.
    public func webhook(_ account: AccountID, _ id: WebhookID) async throws -> Webhook {
        try await database.read { try Self.found(WebhookStore.webhook($0, account, id)) }
    }

    /// - Throws: `InvalidWebhook`, `TooManyWebhooks`.
    public func create(
        _ account: AccountID, _ draft: WebhookDraft, by actor: AuditActor, now: Milliseconds
    ) async throws -> Webhook {
        try InvalidWebhook.check(draft)
        let id: WebhookID = ids.identifier(at: now)
        let secret = newSecret()
        return try await database.write { connection in
            guard try WebhookStore.count(connection, account) < Self.most else { throw TooManyWebhooks() }
            try WebhookStore.insert(connection, account, id, draft, secret: secret, now: now)
            try Audit.note(connection, account, .webhookCreated, draft.name, by: actor, at: now)
            return try Self.found(WebhookStore.webhook(connection, account, id))
        }
    }

    /// - Throws: `InvalidWebhook`, `NotFound.webhook`.
    public func update(
        _ account: AccountID, _ id: WebhookID, _ draft: WebhookDraft, by actor: AuditActor, now: Milliseconds
    ) async throws -> Webhook {
        try InvalidWebhook.check(draft)
        return try await database.write { connection in
            guard try WebhookStore.update(connection, account, id, draft, now: now) else { throw NotFound.webhook }
            try Audit.note(connection, account, .webhookChanged, draft.name, by: actor, at: now)
            return try Self.found(WebhookStore.webhook(connection, account, id))
        }
    }

    /// Gives it a new secret; for a day requests are signed with the former one too.
    ///
    /// - Throws: `NotFound.webhook`.
    public func rotateSecret(
        _ account: AccountID, _ id: WebhookID, by actor: AuditActor, now: Milliseconds
    ) async throws -> Webhook {
        let secret = newSecret()
        return try await database.write { connection in
            let isThere = try WebhookStore.rotate(
                connection, account, id, to: secret, until: now + Self.secretOverlap, now: now)
            guard isThere else { throw NotFound.webhook }
            let webhook = try Self.found(WebhookStore.webhook(connection, account, id))
            try Audit.note(connection, account, .webhookSecretRenewed, webhook.name, by: actor, at: now)
            return webhook
        }
    }

    /// Deletes it with its deliveries; what was not sent yet never is.
    ///
    /// - Throws: `NotFound.webhook`.
    public func delete(_ account: AccountID, _ id: WebhookID, by actor: AuditActor, now: Milliseconds) async throws {
        try await database.write { connection in
            let webhook = try Self.found(WebhookStore.webhook(connection, account, id))
            _ = try WebhookStore.delete(connection, account, id)
            try Audit.note(connection, account, .webhookDeleted, webhook.name, by: actor, at: now)
        }
    }

    /// Sends an event that says it is a test, to this webhook alone.
    ///
    /// - Throws: `NotFound.webhook`.
    public func test(_ account: AccountID, _ id: WebhookID, now: Milliseconds) async throws -> OutboxEventID {
        let event: OutboxEventID = ids.identifier(at: now)
        try await database.write { connection in
            let webhook = try Self.found(WebhookStore.webhook(connection, account, id))
            let told = OutboxEvent(
                account, .webhookTest, object: id.rawValue, contact: nil,
                fields: ["name": .text(webhook.name), "message": .text("This is a test event from Headwater.")], at: now
            )
            try OutboxStore.insert(connection, [OutboxNote(id: event, event: told, webhooks: [id])])
        }
        return event
    }

    private func newSecret() -> String { "whsec_" + ids.letters(43) }

    private static func found(_ webhook: Webhook?) throws(NotFound) -> Webhook {
        guard let webhook else { throw .webhook }
        return webhook
    }
}

/// An account has as many webhooks as it may have.
public struct TooManyWebhooks: Error, Equatable, Sendable {
    public init() {}
}
