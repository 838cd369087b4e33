import Database

extension Contacts {
    /// What came of writing a contact that may be there already.
    public struct Upsert: Sendable, Equatable {
        public let contact: ContactID
        public let isNew: Bool

        public init(contact: ContactID, isNew: Bool) {
            self.contact = contact
            self.isNew = isNew
        }
    }

    /// Edits the contact that has the edit's e-mail or phone, in the account's order, or makes one.
    ///
    /// An address or a number that belongs to yet another contact is not written: it would make a duplicate of that one.
    ///
    /// - Parameters:
    ///   - history: both attributions for a new contact; of one that is there only Latest may change.
    ///   - makesDuplicate: a new contact in any case, where the account allows duplicates.
    /// - Throws: `InvalidField`.
    public func upsert(
        _ account: AccountID, _ edit: ContactEdit, by maker: ContactMaker, history: ImportedHistory? = nil,
        makesDuplicate: Bool = false, now: Milliseconds
    ) async throws -> Upsert {
        try await write(account, by: maker, now: now) { pen in
            let policy = try DuplicatePolicy(pen.connection, account)
            let keys = ContactKeys(edit, policy)
            try keys.claim(pen.connection, account, now: now)
            let owners =
                makesDuplicate && policy.allowsDuplicates ? [] : try keys.owners(pen.connection, account)
            guard let match = owners.first?.contact.id else {
                return Upsert(contact: try pen.create(edit, history: history), isNew: true)
            }
            var edit = edit
            for other in owners where other.contact.id != match { edit.properties.removeValue(forKey: other.property) }
            try pen.update(match, edit, latest: history?.latest)
            return Upsert(contact: match, isNew: false)
        }
    }
}

extension ContactKeys {
    init(_ edit: ContactEdit, _ policy: DuplicatePolicy) {
        self.init(
            email: edit.properties[.email] ?? nil, phone: edit.properties[.phone] ?? nil, first: policy.order)
    }
}
