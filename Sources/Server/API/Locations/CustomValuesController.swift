import CRM
import Hummingbird

/// `/locations/{locationId}/customValues`
struct CustomValuesController: Sendable {
    let crm: CRM

    func list(_ call: APICall) async throws -> Response {
        let values = try await crm.values.all(call.account.id)
        return try .json(WireCustomValues(customValues: values.map { WireCustomValue($0, of: call.account) }))
    }

    func show(_ call: APICall) async throws -> Response {
        try Self.answer(try await crm.values.value(call.account.id, try call.id("id")), call)
    }

    func create(_ call: APICall) async throws -> Response {
        let value = try await SettingRefusals.answer {
            try await crm.values.create(
                call.account.id, name: call.body["name"]?.text ?? "", value: call.body["value"]?.text ?? "",
                by: call.token.actor, now: call.now)
        }
        return try Self.answer(value, call, status: .created)
    }

    func update(_ call: APICall) async throws -> Response {
        let value = try await SettingRefusals.answer {
            try await crm.values.update(
                call.account.id, try call.id("id"), name: call.body["name"]?.text ?? "",
                value: call.body["value"]?.text ?? "", by: call.token.actor, now: call.now)
        }
        return try Self.answer(value, call)
    }

    func delete(_ call: APICall) async throws -> Response {
        try await crm.values.delete(call.account.id, try call.id("id"), by: call.token.actor, now: call.now)
        return try .json(WireSucceeded())
    }

    private static func answer(
        _ value: CustomValue, _ call: APICall, status: HTTPResponse.Status = .ok
    ) throws -> Response {
        try .json(WireSingleCustomValue(customValue: WireCustomValue(value, of: call.account)), status: status)
    }
}
