import Database

/// What is to be told to others: written in the transaction in which it happens, sent afterwards.
public enum Outbox {
    /// Notes what happens in this transaction for whoever subscribes to it; with no subscriber it costs one look-up by key.
    public static func note(_ connection: Connection, _ events: [OutboxEvent]) throws {
        try note(connection, of: Set(events.map(\.account))) { events }
    }

    /// The same for events that are only put together when somebody in one of the accounts subscribes to something.
    static func note(
        _ connection: Connection, of accounts: Set<AccountID>, _ told: () -> [OutboxEvent]
    ) throws {
        guard !accounts.isEmpty else { return }
        let policies = try OutboxPolicy.load(connection, accounts)
        guard !policies.isEmpty else { return }
        let events = told()
        var notes: [OutboxNote] = []
        for event in events {
            guard let policy = policies[event.account] else { continue }
            let webhooks = policy.webhooks(for: event)
            guard !webhooks.isEmpty else { continue }
            let id: OutboxEventID = IDSource.system.identifier(at: event.at, ordinal: notes.count)
            notes.append(OutboxNote(id: id, event: event, webhooks: webhooks))
        }
        try OutboxStore.insert(connection, notes)
        try SyncStore.label(connection, SyncLabels(events, policies))
    }

    /// Forgets everything that was, or would have been, sent about a contact that is about to be deleted, and about those
    /// that were merged into it.
    public static func erase(_ connection: Connection, _ account: AccountID, _ contact: ContactID) throws {
        try OutboxStore.erase(connection, account, contact)
    }
}
