import Database

extension Contacts {
    /// What lists call these contacts; those that are not there, or not in this account, are left out.
    public func names(_ account: AccountID, _ ids: Set<ContactID>) async throws -> [ContactID: String] {
        try await database.read { try ContactStore.names($0, account, ids) }
    }
}

extension ContactStore {
    static func names(
        _ connection: Connection, _ account: AccountID, _ ids: Set<ContactID>
    ) throws -> [ContactID: String] {
        let sorted = ids.sorted { $0.rawValue < $1.rawValue }
        var names: [ContactID: String] = [:]
        for start in stride(from: 0, to: sorted.count, by: 500) {
            let keys = sorted[start..<min(start + 500, sorted.count)].map { Scoped(account, $0) }
            for (key, contact) in try contacts(connection, keys) { names[key.key] = contact.displayName }
        }
        return names
    }
}
