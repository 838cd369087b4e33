import Database

extension Contacts {
    /// What lists call these contacts; those that are not there, or not in this account, are left out.
    public func names(_ account: AccountID, _ ids: Set<ContactID>) async throws -> [ContactID: String] {
        let sorted = ids.sorted { $0.rawValue < $1.rawValue }
        return try await database.read { connection in
            var names: [ContactID: String] = [:]
            for start in stride(from: 0, to: sorted.count, by: 500) {
                let keys = sorted[start..<min(start + 500, sorted.count)].map { Scoped(account, $0) }
                for (key, contact) in try ContactStore.contacts(connection, keys) {
                    names[key.key] = contact.displayName
                }
            }
            return names
        }
    }
}
