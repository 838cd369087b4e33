extension Contacts {
    /// The contact that a new one with these would be a duplicate of; nil when there is none.
    public func owner(_ account: AccountID, email: String?, phone: String?) async throws -> ContactID? {
        try await database.read { connection in
            let keys = ContactKeys(email: email, phone: phone, first: try DuplicatePolicy(connection, account).order)
            return try keys.owners(connection, account).first?.contact.id
        }
    }
}
