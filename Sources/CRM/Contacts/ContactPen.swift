import Attribution
import Database

/// What a person or a program writes to contacts, inside one transaction.
struct ContactPen {
    let connection: Connection
    let account: AccountID
    let maker: ContactMaker
    let ids: IDSource
    let shelf: BookShelf
    let now: Milliseconds

    /// Makes a contact with an attribution that says who made it, or with the ones that `history` brings.
    func create(_ edit: ContactEdit, history: ImportedHistory?) throws -> ContactID {
        try checkOwner(edit)
        let contact = Contact(
            id: ids.identifier(at: now), properties: [:], contactSource: nil, timeZone: nil, createdAt: now,
            updatedAt: now, createdBy: maker.creator, needsReview: nil, first: nil, latest: nil, original: nil)
        var draft = ContactDraft(new: contact)
        _ = try draft.apply(edit, fields: try FieldStore.all(connection, account), now: now)
        _ = draft.fillContactSource(maker.contactSource, now: now)
        let (owner, books) = try judges()
        let stored = ContactMaking.attributions(
            of: contact.id, by: maker, history: history, classifier: books.current.classifier, account: owner,
            ids: ids, now: now)
        for attribution in stored {
            draft.attribute(AttributionSummary(id: attribution.id, source: attribution.source), now: now)
        }
        try ContactStore.save(connection, drafts: [(account, draft)])
        try AttributionStore.insert(connection, stored.map { (account, $0) })
        try ImportedOpinions.save(connection, owner, stored, books)
        try note(.created(by: maker.name), on: contact.id)
        return contact.id
    }

    /// Edits a contact; the attribution stays, unless `latest` brings another one.
    ///
    /// - Throws: `NotFound.contact`, `InvalidField`.
    func update(_ id: ContactID, _ edit: ContactEdit, latest: ImportedAttribution?) throws {
        guard var draft = try ContactStore.drafts(connection, [Scoped(account, id)]).values.first else {
            throw NotFound.contact
        }
        try checkOwner(edit)
        let changed = try draft.apply(edit, fields: try FieldStore.all(connection, account), now: now)
        if let latest {
            let (owner, books) = try judges()
            let stored = ContactMaking.stored(
                latest, of: id, classifier: books.current.classifier, account: owner, ids: ids, now: now)
            draft.attribute(AttributionSummary(id: stored.id, source: stored.source), now: now)
            try AttributionStore.insert(connection, [(account, stored)])
            try ImportedOpinions.save(connection, owner, [stored], books)
        }
        try save(draft, changed)
    }

    /// Writes a draft with a line on its timeline, when anything has changed.
    func save(_ draft: ContactDraft, _ changed: [String]) throws {
        guard draft.isChanged else { return }
        try ContactStore.save(connection, drafts: [(account, draft)])
        if !changed.isEmpty { try note(.edited(by: maker.name, fields: changed), on: draft.contact.id) }
    }

    private func judges() throws -> (owner: Account, books: JudgingBooks) {
        let owner = try AccountStore.account(connection, account)
        return (owner, try shelf.judging(connection, [owner])[account] ?? shelf.builtIn)
    }

    private func checkOwner(_ edit: ContactEdit) throws {
        guard let user = edit.assignedTo ?? nil else { return }
        try AssignableUsers.check(connection, account, [user], field: "assignedTo")
    }

    private func note(_ event: TimelineEntry.Event, on contact: ContactID) throws {
        let entry: Identifier<TimelineEntry> = ids.identifier(at: now)
        try TimelineStore.insert(
            connection, account, contact,
            [TimelineEntry(id: entry.rawValue, at: now, conversion: nil, event: event)])
    }
}
