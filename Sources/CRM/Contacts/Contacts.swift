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
        let ids = ids
        return try await database.write { connection in
            let contact = Contact(
                id: ids.identifier(at: now), properties: [:], contactSource: nil, timeZone: nil, createdAt: now,
                updatedAt: now, createdBy: maker.creator, needsReview: nil, first: nil, latest: nil, original: nil)
            var draft = ContactDraft(new: contact)
            _ = try draft.apply(edit, fields: try FieldStore.all(connection, account), now: now)
            if !allowsDuplicates, let duplicate = try Self.duplicate(connection, account, of: draft, now: now) {
                return duplicate
            }
            _ = draft.fillContactSource(maker.contactSource, now: now)
            let owner = try AccountStore.account(connection, account)
            let books = try shelf.judging(connection, [owner])[account] ?? shelf.builtIn
            let stored = ContactMaking.attributions(
                of: contact.id, by: maker, history: history, classifier: books.current.classifier, account: owner,
                ids: ids, now: now)
            for attribution in stored {
                draft.attribute(AttributionSummary(id: attribution.id, source: attribution.source), now: now)
            }
            try ContactStore.save(connection, drafts: [(account, draft)])
            try AttributionStore.insert(connection, stored.map { (account, $0) })
            try ImportedOpinions.save(connection, owner, stored, books)
            let entry: Identifier<TimelineEntry> = ids.identifier(at: now)
            try TimelineStore.insert(
                connection, account, contact.id,
                [TimelineEntry(id: entry.rawValue, at: now, conversion: nil, event: .created(by: maker.name))])
            return .created(contact.id)
        }
    }

    /// Edits a contact; the attribution stays, unless `latest` brings another one.
    ///
    /// - Throws: `NotFound.contact`, `InvalidField`.
    public func update(
        _ account: AccountID, _ id: ContactID, _ edit: ContactEdit, by maker: ContactMaker,
        latest: ImportedAttribution? = nil, now: Milliseconds
    ) async throws {
        let ids = ids
        try await database.write { connection in
            guard var draft = try ContactStore.drafts(connection, [Scoped(account, id)]).values.first else {
                throw NotFound.contact
            }
            let changed = try draft.apply(edit, fields: try FieldStore.all(connection, account), now: now)
            if let latest {
                let owner = try AccountStore.account(connection, account)
                let books = try shelf.judging(connection, [owner])[account] ?? shelf.builtIn
                let stored = ContactMaking.stored(
                    latest, of: id, classifier: books.current.classifier, account: owner, ids: ids, now: now)
                draft.attribute(AttributionSummary(id: stored.id, source: stored.source), now: now)
                try AttributionStore.insert(connection, [(account, stored)])
                try ImportedOpinions.save(connection, owner, [stored], books)
            }
            guard draft.isChanged else { return }
            try ContactStore.save(connection, drafts: [(account, draft)])
            guard !changed.isEmpty else { return }
            let entry: Identifier<TimelineEntry> = ids.identifier(at: now)
            try TimelineStore.insert(
                connection, account, id,
                [
                    TimelineEntry(
                        id: entry.rawValue, at: now, conversion: nil, event: .edited(by: maker.name, fields: changed))
                ])
        }
    }

    /// Deletes a contact with its attributions, submissions and timeline; its visitors are strangers again.
    ///
    /// - Throws: `NotFound.contact`.
    public func delete(_ account: AccountID, _ id: ContactID) async throws {
        // What is being captured for one of its visitors knows the contact, and would write it back.
        try await database.write(.readCommitted) { connection in
            try CaptureLocks.keepOut(connection, account)
            guard try ContactStore.lock(connection, account, id) else { throw NotFound.contact }
            try ContactStore.delete(connection, account, id)
        }
    }

    /// The owner has looked: the badge goes.
    public func markReviewed(_ account: AccountID, _ id: ContactID) async throws {
        try await database.write { connection in
            _ = try connection.execute(
                "update contacts set needs_review = null where account_id = $1 and id = $2", [account, id])
        }
    }

    private static func duplicate(
        _ connection: Connection, _ account: AccountID, of draft: ContactDraft, now: Milliseconds
    ) throws -> Creation? {
        let email = draft.contact.properties[.email].flatMap(EmailAddress.init)?.key
        let phone = draft.contact.properties[.phone].flatMap(PhoneNumber.init)?.key
        if let email { try ContactStore.claim(connection, emailKeys: [Scoped(account, email)], now: now) }
        if let phone { try ContactStore.claim(connection, phoneKey: Scoped(account, phone), now: now) }
        for (column, key, field) in [("email_key", email, ContactProperty.email), ("phone_key", phone, .phone)] {
            guard let key else { continue }
            let row = try connection.row(
                """
                select \(ContactStore.columns) from contacts where account_id = $1 and \(column) = $2
                order by updated_at desc, id desc limit 1
                """, [account, key])
            if let contact = try row.map(ContactStore.contact) {
                return .duplicate(contact.id, name: contact.displayName, field: field)
            }
        }
        return nil
    }
}
