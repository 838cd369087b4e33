import CRM
import Hummingbird

/// `/locations/{locationId}/tags`
struct TagsController: Sendable {
    let crm: CRM

    func list(_ call: APICall) async throws -> Response {
        let tags = try await crm.tags.all(call.account.id, now: call.now)
        return try .json(WireLocationTags(tags: tags.map { WireTag($0, of: call.account) }))
    }

    func show(_ call: APICall) async throws -> Response {
        try Self.answer(try await crm.tags.tag(call.account.id, try call.id("tagId")), call)
    }

    func create(_ call: APICall) async throws -> Response {
        let tag = try await SettingRefusals.answer {
            try await crm.tags.create(
                call.account.id, name: call.body["name"]?.text ?? "", by: call.token.actor, now: call.now)
        }
        return try Self.answer(tag, call)
    }

    func rename(_ call: APICall) async throws -> Response {
        let tag = try await SettingRefusals.answer {
            try await crm.tags.rename(
                call.account.id, try call.id("tagId"), to: call.body["name"]?.text ?? "", by: call.token.actor,
                now: call.now)
        }
        return try Self.answer(tag, call)
    }

    func delete(_ call: APICall) async throws -> Response {
        try await crm.tags.delete(call.account.id, try call.id("tagId"), by: call.token.actor, now: call.now)
        return try .json(WireSucceeded())
    }

    private static func answer(_ tag: Tag, _ call: APICall) throws -> Response {
        try .json(WireSingleTag(tag: WireTag(tag, of: call.account)))
    }
}
