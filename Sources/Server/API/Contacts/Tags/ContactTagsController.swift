import CRM
import Hummingbird

/// The tags of contacts, for programs.
struct ContactTagsController: Sendable {
    let crm: CRM

    func add(_ call: APICall) async throws -> Response {
        let outcome = try await tag(call, .add(Self.tags(call)))
        return try .json(WireContactTags(tags: outcome.after.sorted(), tagsAdded: outcome.added), status: .created)
    }

    func remove(_ call: APICall) async throws -> Response {
        let outcome = try await tag(call, .remove(Self.tags(call)))
        return try .json(WireContactTags(tags: outcome.after.sorted(), tagsRemoved: outcome.removed))
    }

    func update(_ call: APICall) async throws -> Response {
        let ids = (call.body["contacts"]?.texts ?? []).map(ContactID.init(rawValue:))
        guard ids.count <= Contacts.mostTagged else {
            throw APIError.invalid(["contacts must not be more than \(Contacts.mostTagged)"])
        }
        let change = try Self.change(call)
        let outcomes = try await crm.contacts.tag(call.account.id, Set(ids), change, by: call.maker, now: call.now)
        let byContact = Dictionary(outcomes.map { ($0.contact, $0) }, uniquingKeysWith: { first, _ in first })
        return try .json(
            WireBulkContactTags(ids.map { WireBulkContactTags.Entry($0, byContact[$0]) }), status: .created)
    }

    private func tag(_ call: APICall, _ change: TagChange) async throws -> TagOutcome {
        let id = try call.id("contactId", Contact.self)
        return try await crm.contacts.tag(call.account.id, id, change, by: call.maker, now: call.now)
    }

    /// What the last part of the address and the body want.
    private static func change(_ call: APICall) throws(APIError) -> TagChange {
        switch try call.incoming.path("type") {
        case "add": return .add(tags(call))
        case "remove": return call.fields.flag("removeAllTags") == true ? .removeAll : .remove(tags(call))
        default: throw .invalid(["type must be one of add, remove"])
        }
    }

    private static func tags(_ call: APICall) -> Set<String> { Set(call.body["tags"]?.texts ?? []) }
}
