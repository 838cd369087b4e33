import Database

extension Contacts {
    /// These contacts in the order of their ids here; those that are not there, or not in this account, are left out.
    public func details(_ account: AccountID, _ ids: [ContactID]) async throws -> [ContactDetail] {
        try await database.read { connection in
            let found = try ContactStore.contacts(connection, ids.sorted().map { Scoped(account, $0) })
            return try ContactSearch.details(connection, account, ids.compactMap { found[Scoped(account, $0)] })
        }
    }
}
