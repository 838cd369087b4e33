import CRM
import Hummingbird

/// `/locations/{locationId}/customFields`: the way in that most clients know.
struct LocationFieldsController: Sendable {
    let crm: CRM

    func list(_ call: APICall) async throws -> Response {
        let model = call.query["model"]?.nonBlank ?? "contact"
        let fields =
            if let model = FieldModel(rawValue: model) {
                try await crm.fields.all(call.account.id, of: model)
            } else {
                try await crm.fields.everything(call.account.id)
            }
        return try .json(WireLocationFields(customFields: fields.map { WireLocationField($0, of: call.account) }))
    }

    func show(_ call: APICall) async throws -> Response {
        try Self.answer(try await crm.fields.field(call.account.id, try call.id("id")), call)
    }

    func create(_ call: APICall) async throws -> Response {
        guard let type = call.body["dataType"]?.text.flatMap(WireFieldType.init(rawValue:))?.type else {
            throw APIError.invalid(["dataType is not a type of field"])
        }
        let model = call.body["model"]?.text.flatMap(FieldModel.init(rawValue:)) ?? .contact
        var draft = FieldDraft(name: "", type: type, model: model)
        FieldRequest(call.body, .location).apply(to: &draft)
        let field = try await SettingRefusals.answer {
            try await crm.fields.create(call.account.id, draft, by: call.token.actor, now: call.now)
        }
        return try Self.answer(field, call, status: .created)
    }

    func update(_ call: APICall) async throws -> Response {
        let body = call.body
        let field = try await SettingRefusals.answer {
            try await crm.fields.change(call.account.id, try call.id("id"), by: call.token.actor, now: call.now) {
                FieldRequest(body, .location).apply(to: &$0)
            }
        }
        return try Self.answer(field, call)
    }

    func delete(_ call: APICall) async throws -> Response {
        try await SettingRefusals.answer {
            try await crm.fields.delete(call.account.id, try call.id("id"), by: call.token.actor, now: call.now)
        }
        return try .json(WireSucceeded())
    }

    private static func answer(
        _ field: CustomField, _ call: APICall, status: HTTPResponse.Status = .ok
    ) throws -> Response {
        try .json(WireSingleLocationField(customField: WireLocationField(field, of: call.account)), status: status)
    }
}
