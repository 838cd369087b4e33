import Attribution
import Database

/// The contacts of an account: lists, records, and what people and programs do to them.
public struct Contacts: Sendable {
    let database: Database
    let ids: IDSource
    let shelf: BookShelf

    public func page(_ account: AccountID, _ query: ContactQuery) async throws -> ContactPage {
        try await database.read { try ContactSearch.page($0, account, query) }
    }

    /// How many contacts the filters of a query find, counted up to `ceiling`.
    public func count(_ account: AccountID, _ query: ContactQuery, ceiling: Int = 10_000) async throws -> Int {
        try await database.read { try ContactSearch.count($0, account, query, ceiling: ceiling) }
    }

    /// - Throws: `NotFound.contact`.
    public func detail(_ account: AccountID, _ id: ContactID) async throws -> ContactDetail {
        try await database.read { connection in
            guard let contact = try ContactStore.contact(connection, account, id) else { throw NotFound.contact }
            guard let detail = try ContactSearch.details(connection, account, [contact]).first else {
                throw NotFound.contact
            }
            return detail
        }
    }

    /// What came of asking for a new contact.
    public enum Creation: Sendable {
        case created(ContactID)
        /// The account has a contact with this e-mail or phone already.
        case duplicate(ContactID, name: String, field: ContactProperty)
    }

    /// Makes a contact by hand or through the API, with an attribution that says so, or the ones that `history` brings.
    ///
    /// - Throws: `InvalidField`.
    public func create(
        _ account: AccountID, _ edit: ContactEdit, by maker: ContactMaker, history: ImportedHistory? = nil,
        allowsDuplicates: Bool = false, now: Milliseconds
    ) async throws -> Creation {
        try await write(account, by: maker, now: now) { pen in
            let policy = try DuplicatePolicy(pen.connection, account)
            if !allowsDuplicates, !policy.allowsDuplicates {
                let keys = ContactKeys(edit, policy)
                try keys.claim(pen.connection, account, now: now)
                if let owner = try keys.owners(pen.connection, account).first {
                    return .duplicate(owner.contact.id, name: owner.contact.displayName, field: owner.property)
                }
            }
            return .created(try pen.create(edit, history: history))
        }
    }

    /// Edits a contact; the attribution stays, unless `latest` brings another one.
    ///
    /// - Parameter refusesDuplicates: whether an e-mail or phone that is new to the contact must not be another one's,
    ///   unless the account allows duplicates.
    /// - Throws: `NotFound.contact`, `InvalidField`, `DuplicateContact`.
    public func update(
        _ account: AccountID, _ id: ContactID, _ edit: ContactEdit, by maker: ContactMaker,
        latest: ImportedAttribution? = nil, refusesDuplicates: Bool = false, now: Milliseconds
    ) async throws {
        try await write(account, by: maker, now: now) { pen in
            if refusesDuplicates { try DuplicateContact.refuse(pen.connection, account, id, edit, now: now) }
            try pen.update(id, edit, latest: latest)
        }
    }

    /// Opens a transaction in which somebody writes.
    func write<Value: Sendable>(
        _ account: AccountID, by maker: ContactMaker, now: Milliseconds,
        _ body: @escaping @Sendable (ContactPen) throws -> Value
    ) async throws -> Value {
        let (ids, shelf) = (ids, shelf)
        return try await database.write { connection in
            try body(
                ContactPen(connection: connection, account: account, maker: maker, ids: ids, shelf: shelf, now: now))
        }
    }

    /// Deletes a contact with its attributions, submissions and timeline; its visitors are strangers again.
    ///
    /// - Throws: `NotFound.contact`.
    public func delete(_ account: AccountID, _ id: ContactID, now: Milliseconds) async throws {
        // What is being captured for one of its visitors knows the contact, and would write it back.
        try await database.write(.readCommitted) { connection in
            try CaptureLocks.keepOut(connection, account)
            guard try ContactStore.lock(connection, account, id) else { throw NotFound.contact }
            try Outbox.erase(connection, account, id)
            try ContactStore.delete(connection, account, id)
            try Outbox.note(
                connection, [OutboxEvent(account, .contactDelete, object: id.rawValue, contact: id, at: now)])
        }
    }

    /// The owner has looked: the badge goes.
    public func markReviewed(_ account: AccountID, _ id: ContactID) async throws {
        try await database.write { connection in
            _ = try connection.execute(
                "update contacts set needs_review = null where account_id = $1 and id = $2", [account, id])
        }
    }
}
