/// Which contacts are labelled as excluded from sync by a transaction's events, and which are no longer.
struct SyncLabels: Sendable {
    private(set) var excluded: [Scoped<ContactID>: (reason: SyncExclusion, at: Milliseconds)] = [:]
    private(set) var synced: Set<Scoped<ContactID>> = []

    init(_ events: [OutboxEvent], _ policies: [AccountID: OutboxPolicy]) {
        for event in events {
            guard event.type == .contactCreate || event.type == .contactUpdate, let contact = event.contact,
                let policy = policies[event.account]
            else { continue }
            let key = Scoped(event.account, contact)
            if let reason = policy.exclusion(of: event) {
                excluded[key] = (reason, event.at)
            } else if event.type == .contactUpdate {
                synced.insert(key)
            }
        }
    }
}
