import Database

/// The deliveries of an account, to be looked at and to be repeated.
public struct DeliveryLog: Sendable {
    let database: Database

    public func page(_ account: AccountID, _ query: DeliveryQuery) async throws -> DeliveryPage {
        try await database.read { try DeliveryLogStore.page($0, account, query) }
    }

    /// - Throws: `NotFound.delivery`.
    public func delivery(
        _ account: AccountID, _ event: OutboxEventID, to webhook: WebhookID
    ) async throws -> DeliveryDetail {
        try await database.read { connection in
            guard let found = try DeliveryLogStore.detail(connection, account, event, webhook) else {
                throw NotFound.delivery
            }
            return found
        }
    }

    /// Sends a delivery that is over once more, with the same bytes and three days of patience.
    ///
    /// One that waits is due at once.
    ///
    /// - Throws: `NotFound.delivery`.
    public func `repeat`(
        _ account: AccountID, _ event: OutboxEventID, to webhook: WebhookID, by actor: AuditActor, now: Milliseconds
    ) async throws {
        try await database.write { connection in
            guard try DeliveryLogStore.rewind(connection, account, event, webhook, now: now) else {
                throw NotFound.delivery
            }
            try Audit.note(connection, account, .deliveryRetried, event.rawValue, by: actor, at: now)
        }
    }
}
