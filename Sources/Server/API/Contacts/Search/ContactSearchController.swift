import CRM
import Hummingbird

/// Finds contacts, for programs.
struct ContactSearchController: Sendable {
    let crm: CRM

    func search(_ call: APICall) async throws -> Response {
        let account = call.account
        let fields = try await crm.fields.all(account.id)
        let request = try ContactSearchRequest(call.body, fields: fields)
        let query = request.query
        let ceiling = request.countsAll ? Int(Int32.max) : query.countCeiling
        async let total = crm.contacts.count(account.id, query, ceiling: ceiling)
        let page = try await crm.contacts.page(account.id, query)
        let opinions = try await crm.rules.opinions(account.id, page.contacts.flatMap(\.attributions))
        let found = zip(page.contacts, page.places).map { detail, place in
            WireContactSearch.Found(
                entry: .init(detail, of: account, fields: fields, opinions: opinions), place: place)
        }
        let count = try await total
        return try .json(
            WireContactSearch(
                contacts: found, total: count, totalRelation: count < ceiling ? "eq" : "gte",
                traceId: call.incoming.context.id))
    }

    /// The contact that has an e-mail address or a phone number, in the order in which the account looks for them.
    func duplicate(_ call: APICall) async throws -> Response {
        let account = call.account
        let (email, number) = (call.query["email"]?.nonBlank, call.query["number"]?.nonBlank)
        guard email != nil || number != nil else { throw APIError.invalid(["email or number must not be empty"]) }
        guard let id = try await crm.contacts.owner(account.id, email: email, phone: number) else {
            return try .json(WireDuplicate(contact: nil))
        }
        let detail = try await crm.contacts.detail(account.id, id)
        return try .json(
            WireDuplicate(
                contact: WireContact(
                    detail, of: account, fields: try await crm.fields.all(account.id),
                    opinions: try await crm.rules.opinions(account.id, detail.attributions))))
    }
}
