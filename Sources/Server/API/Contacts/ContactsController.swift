import CRM
import Hummingbird

/// Contacts, for programs.
struct ContactsController: Sendable {
    let crm: CRM
    let publicURL: PublicURL

    /// Counting stops here, so that paging through a large account stays quick.
    private static let countCeiling = 1_000_000

    func list(_ call: APICall) async throws -> Response {
        let account = call.account
        let wanted = ContactListRequest(call.query)
        let query = try await query(wanted, account)
        let page = try await crm.contacts.page(account.id, query)
        let fields = try await crm.fields.all(account.id)
        let opinions = try await crm.rules.opinions(account.id, page.contacts.flatMap(\.attributions))
        let last = page.contacts.last.map { ContactCursor($0.contact) }
        return try .json(
            WireContactList(
                contacts: page.contacts.map { .init($0, of: account, fields: fields, opinions: opinions) },
                count: page.contacts.count,
                meta: .init(
                    total: try await crm.contacts.count(
                        account.id, query, ceiling: wanted.search == nil ? Self.countCeiling : query.countCeiling),
                    startAfter: last?.createdAt, startAfterId: last?.id.rawValue,
                    nextPageUrl: page.hasOlder ? last.map { wanted.url(after: $0, of: account, publicURL) } : nil)))
    }

    func show(_ call: APICall) async throws -> Response {
        try .json(WireSingleContact(contact: try await contact(try call.id("contactId"), call)))
    }

    func create(_ call: APICall) async throws -> Response {
        let account = call.account
        let wish = try ContactRequest(call.body, fields: try await crm.fields.all(account.id))
        let outcome = try await crm.contacts.create(
            account.id, wish.edit, by: call.maker,
            history: ImportedHistory(first: wish.first, latest: wish.latest), now: call.now)
        switch outcome {
        case .created(let id):
            return try .json(WireSingleContact(contact: try await contact(id, call)), status: .created)
        case .duplicate(let id, let name, let field):
            throw APIError.duplicate(contactID: id.rawValue, name: name, matchingField: field.apiName)
        }
    }

    func update(_ call: APICall) async throws -> Response {
        let account = call.account
        let id = try call.id("contactId", Contact.self)
        let wish = try ContactRequest(call.body, fields: try await crm.fields.all(account.id))
        // First is never changed, so what a client sends back of it is not looked at.
        do {
            try await crm.contacts.update(
                account.id, id, wish.edit, by: call.maker, latest: wish.latest, refusesDuplicates: true, now: call.now)
        } catch let error as DuplicateContact {
            throw APIError.duplicate(
                contactID: error.contact.rawValue, name: error.name, matchingField: error.field.apiName)
        }
        return try .json(WireUpdatedContact(contact: try await contact(id, call)))
    }

    func upsert(_ call: APICall) async throws -> Response {
        let account = call.account
        let wish = try ContactRequest(call.body, fields: try await crm.fields.all(account.id))
        let outcome = try await crm.contacts.upsert(
            account.id, wish.edit, by: call.maker,
            history: ImportedHistory(first: wish.first, latest: wish.latest),
            makesDuplicate: call.fields.flag("createNewIfDuplicateAllowed") ?? false, now: call.now)
        return try .json(
            WireUpsertedContact(
                new: outcome.isNew, contact: try await contact(outcome.contact, call),
                traceId: call.incoming.context.id))
    }

    func delete(_ call: APICall) async throws -> Response {
        try await crm.contacts.delete(call.account.id, try call.id("contactId"), now: call.now)
        return try .json(WireSucceeded())
    }

    private func contact(_ id: ContactID, _ call: APICall) async throws -> WireContact {
        let account = call.account
        let detail = try await crm.contacts.detail(account.id, id)
        return WireContact(
            detail, of: account, fields: try await crm.fields.all(account.id),
            opinions: try await crm.rules.opinions(account.id, detail.attributions), version: call.version)
    }

    private func query(_ wanted: ContactListRequest, _ account: Account) async throws -> ContactQuery {
        var query = ContactQuery(limit: wanted.limit)
        query.search = wanted.search
        let id = wanted.startAfterID.map(ContactID.init(rawValue:))
        if let time = wanted.startAfter {
            query.start = .olderThan(ContactCursor(createdAt: time, id: id ?? ContactID(rawValue: "")))
        } else if let id {
            query.start = .olderThan(ContactCursor(try await crm.contacts.detail(account.id, id).contact))
        }
        return query
    }
}
