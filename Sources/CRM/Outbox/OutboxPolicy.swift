import Database

/// Who in an account is told of what: its webhooks, and what its sync settings keep back.
struct OutboxPolicy: Sendable {
    /// Each webhook with the types it has chosen.
    private(set) var webhooks: [(id: WebhookID, events: WebhookEvents)] = []
    /// Whether new and changed contacts are told of at all.
    private(set) var syncsContacts = true
    /// The forms whose contacts are kept back.
    private(set) var unsyncedForms: Set<String> = []

    /// Those of the accounts that have a webhook or keep something back, in one query.
    static func load(
        _ connection: Connection, _ accounts: Set<AccountID>
    ) throws -> [AccountID: OutboxPolicy] {
        let rows = try connection.rows(
            """
            select account_id, id, events, 1 as kind from webhooks where account_id = $1
            union all select account_id, form_id, '', 2 from unsynced_forms where account_id = $1
            union all select id, '', '', 3 from accounts where id = $1 and not syncs_contacts
            """, forEach: accounts.sorted { $0.rawValue < $1.rawValue }.map { [$0] })
        var policies: [AccountID: OutboxPolicy] = [:]
        for row in rows { try policies[try row["account_id"], default: OutboxPolicy()].add(row) }
        return policies
    }

    private mutating func add(_ row: Row) throws {
        switch try row["kind"] as Int {
        case 1: webhooks.append((try row["id"], WebhookEvents(stored: try row["events"])))
        case 2: unsyncedForms.insert(try row["id"])
        default: syncsContacts = false
        }
    }

    /// Those who are told of an event.
    func webhooks(for event: OutboxEvent) -> [WebhookID] {
        guard exclusion(of: event) == nil else { return [] }
        return webhooks.filter { $0.events.contains(event.type) }.map(\.id)
    }

    /// Why an event is kept back; nil when it is not.
    func exclusion(of event: OutboxEvent) -> SyncExclusion? {
        guard event.type.obeysSync else { return nil }
        if !syncsContacts { return .account }
        // Of several forms that brought it, one that may be told of is enough.
        let isOfUnsyncedForms = !event.forms.isEmpty && event.forms.isSubset(of: unsyncedForms)
        return isOfUnsyncedForms ? .form : nil
    }
}
