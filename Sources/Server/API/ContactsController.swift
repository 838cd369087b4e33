import CRM
import Foundation
import Hummingbird
import NIOCore

/// Contacts, for programs.
struct ContactsController: Sendable {
    let crm: CRM
    let publicURL: PublicURL
    let now: @Sendable () -> Milliseconds

    /// The longest body that is read.
    private static let longestBody = 1 << 20
    /// Counting stops here, so that paging through a large account stays quick.
    private static let countCeiling = 1_000_000

    func list(_ request: Request, _ caller: APIDoor.Caller) async throws -> Response {
        let account = caller.account
        let wanted = try ContactListRequest(request)
        try caller.checkLocation(wanted.locationID)
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
                    total: try await crm.contacts.count(account.id, query, ceiling: Self.countCeiling),
                    startAfter: last?.createdAt, startAfterId: last?.id.rawValue,
                    nextPageUrl: page.hasOlder ? last.map { wanted.url(after: $0, of: account, publicURL) } : nil)))
    }

    func show(_ context: WebContext, _ caller: APIDoor.Caller) async throws -> Response {
        try .json(WireSingleContact(contact: try await contact(try Self.id(context), caller.account)))
    }

    func create(_ request: Request, _ caller: APIDoor.Caller) async throws -> Response {
        let account = caller.account
        let body = try await body(request, caller)
        let wish = try ContactRequest(body, fields: try await crm.fields.all(account.id))
        try caller.checkLocation(wish.locationID)
        let outcome = try await crm.contacts.create(
            account.id, wish.edit, by: .token(name: caller.token.name),
            history: ImportedHistory(first: wish.first, latest: wish.latest), now: now())
        switch outcome {
        case .created(let id):
            return try .json(WireSingleContact(contact: try await contact(id, account)), status: .created)
        case .duplicate(let id, let name, let field):
            throw APIError.duplicate(contactID: id.rawValue, name: name, matchingField: field.apiName)
        }
    }

    func update(_ request: Request, _ context: WebContext, _ caller: APIDoor.Caller) async throws -> Response {
        let account = caller.account
        let id = try Self.id(context)
        let body = try await body(request, caller)
        let wish = try ContactRequest(body, fields: try await crm.fields.all(account.id))
        try caller.checkLocation(wish.locationID)
        // First is never changed, so what a client sends back of it is not looked at.
        try await crm.contacts.update(
            account.id, id, wish.edit, by: .token(name: caller.token.name), latest: wish.latest, now: now())
        return try .json(WireUpdatedContact(contact: try await contact(id, account)))
    }

    func delete(_ context: WebContext, _ caller: APIDoor.Caller) async throws -> Response {
        try await crm.contacts.delete(caller.account.id, try Self.id(context))
        return try .json(WireDeletedContact())
    }

    private func contact(_ id: ContactID, _ account: Account) async throws -> WireContact {
        let detail = try await crm.contacts.detail(account.id, id)
        return WireContact(
            detail, of: account, fields: try await crm.fields.all(account.id),
            opinions: try await crm.rules.opinions(account.id, detail.attributions))
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

    private func body(_ request: Request, _ caller: APIDoor.Caller) async throws -> WireValue {
        let bytes: ByteBuffer
        do {
            bytes = try await request.body.collect(upTo: Self.longestBody)
        } catch let error as any HTTPResponseError where error.status == .contentTooLarge {
            throw APIError.tooLarge
        }
        guard let value = WireReader.read(Array(buffer: bytes)) else { throw APIError.notJSON }
        guard case .object = value else { throw APIError.invalid(["body must be an object"]) }
        return value
    }

    private static func id(_ context: WebContext) throws -> ContactID {
        guard let id = context.parameters.get("contact") else { throw APIError.notFound }
        return ContactID(rawValue: id)
    }
}

extension APIDoor.Caller {
    /// A request may name its location; another one than the token's is refused.
    func checkLocation(_ locationID: String?) throws(APIError) {
        if let locationID, locationID != account.locationID { throw .foreignLocation }
    }
}
