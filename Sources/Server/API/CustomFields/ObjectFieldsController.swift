import CRM
import Hummingbird

/// `/custom-fields`: fields and folders by the object that they belong to.
struct ObjectFieldsController: Sendable {
    let crm: CRM

    func list(_ call: APICall) async throws -> Response {
        let model = try Self.model(try call.incoming.path("objectKey"))
        let fields = try await crm.fields.all(call.account.id, of: model)
        let folders = try await crm.fields.folders(call.account.id).filter { $0.model == model }
        return try .json(
            WireObjectFields(
                fields: fields.map { WireObjectField($0, of: call.account) },
                folders: folders.map { WireFolder($0, of: call.account) }))
    }

    /// A field, or a folder.
    func show(_ call: APICall) async throws -> Response {
        do {
            let field = try await crm.fields.field(call.account.id, try call.id("id"))
            return try Self.answer(field, call)
        } catch NotFound.field {
            let folder = try await crm.fields.folder(call.account.id, try call.id("id"))
            return try .json(WireSingleObjectField(field: WireFolder(folder, of: call.account)))
        }
    }

    func create(_ call: APICall) async throws -> Response {
        let model = try Self.model(call.body["objectKey"]?.text ?? "")
        guard let type = call.body["dataType"]?.text.flatMap(WireFieldType.init(rawValue:))?.type else {
            throw APIError.invalid(["dataType is not a type of field"])
        }
        let key = call.body["fieldKey"]?.text ?? ""
        var draft = FieldDraft(name: key, type: type, model: model)
        draft.wishedKey = key.isEmpty ? nil : key
        FieldRequest(call.body, .object).apply(to: &draft)
        let wish = draft
        let field = try await SettingRefusals.answer {
            try await crm.fields.create(call.account.id, wish, by: call.token.actor, now: call.now)
        }
        return try Self.answer(field, call, status: .created)
    }

    func update(_ call: APICall) async throws -> Response {
        let body = call.body
        let field = try await SettingRefusals.answer {
            try await crm.fields.change(call.account.id, try call.id("id"), by: call.token.actor, now: call.now) {
                FieldRequest(body, .object).apply(to: &$0)
            }
        }
        return try Self.answer(field, call)
    }

    func delete(_ call: APICall) async throws -> Response {
        let field = try await crm.fields.field(call.account.id, try call.id("id"))
        try await SettingRefusals.answer {
            try await crm.fields.delete(call.account.id, field.id, by: call.token.actor, now: call.now)
        }
        return try .json(WireDeleted(id: field.id.rawValue, key: field.key))
    }

    func createFolder(_ call: APICall) async throws -> Response {
        let model = try Self.model(call.body["objectKey"]?.text ?? "")
        let folder = try await SettingRefusals.answer {
            try await crm.fields.createFolder(
                call.account.id, name: call.body["name"]?.text ?? "", of: model, by: call.token.actor, now: call.now)
        }
        return try .json(WireFolder(folder, of: call.account), status: .created)
    }

    func renameFolder(_ call: APICall) async throws -> Response {
        let folder = try await SettingRefusals.answer {
            try await crm.fields.renameFolder(
                call.account.id, try call.id("id"), to: call.body["name"]?.text ?? "", by: call.token.actor,
                now: call.now)
        }
        return try .json(WireFolder(folder, of: call.account))
    }

    func deleteFolder(_ call: APICall) async throws -> Response {
        let folder = try await crm.fields.folder(call.account.id, try call.id("id"))
        try await crm.fields.deleteFolder(call.account.id, folder.id, by: call.token.actor, now: call.now)
        return try .json(WireDeleted(id: folder.id.rawValue, key: folder.name))
    }

    private static func answer(
        _ field: CustomField, _ call: APICall, status: HTTPResponse.Status = .ok
    ) throws -> Response {
        try .json(WireSingleObjectField(field: WireObjectField(field, of: call.account)), status: status)
    }

    private static func model(_ key: String) throws(APIError) -> FieldModel {
        guard let model = FieldModel(rawValue: key) else {
            throw .missing("Headwater has no objects but contact and opportunity")
        }
        return model
    }
}
