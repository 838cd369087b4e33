import Attribution
import CRM
import HTTPTypes
import Hummingbird

/// Custom fields: what contacts can hold beside the standard properties.
struct FieldSettingsController: Sendable {
    let crm: CRM
    let pages: ConsolePages
    let now: @Sendable () -> Milliseconds

    /// `GET /a/<account>/settings/fields`
    func page(_ request: Request, _ context: AccountContext) async throws -> Response {
        let frame = try await pages.frame(request, context)
        let fields = try await crm.fields.all(context.account.id)
        return try pages.show(FieldSettingsPage(frame, context.paths, fields), in: frame)
    }

    /// `POST /a/<account>/settings/fields`
    func add(_ request: Request, _ context: AccountContext) async throws -> Response {
        let field = NewField(context.form)
        do {
            _ = try await crm.fields.create(
                context.account.id, name: field.name, type: field.type, options: field.options,
                fillable: field.fillable, derivedFrom: field.derivedFrom, now: now())
            return Redirect.to(context.paths.fields, .fieldAdded)
        } catch let error as FieldError {
            let frame = try await pages.frame(request, context)
            let fields = try await crm.fields.all(context.account.id)
            let page = FieldSettingsPage(frame, context.paths, fields, draft: field, error: error)
            return try pages.show(page, in: frame, status: .unprocessableContent)
        }
    }

    /// `GET /a/<account>/settings/fields/<field>/remove`: asks first.
    func confirmRemove(_ request: Request, _ context: AccountContext) async throws -> Response {
        let field = try await removable(context)
        let frame = try await pages.frame(request, context)
        return try pages.show(ConfirmPage(removing: field, context.paths, frame), in: frame)
    }

    /// `POST /a/<account>/settings/fields/<field>/remove`
    func remove(_ request: Request, _ context: AccountContext) async throws -> Response {
        try await crm.fields.delete(context.account.id, try await removable(context).id)
        return Redirect.to(context.paths.fields, .fieldRemoved)
    }

    /// The field that the address names; those that every account has stay.
    private func removable(_ context: AccountContext) async throws -> CustomField {
        let id: FieldID = try context.id("field")
        guard let field = try await crm.fields.all(context.account.id).first(where: { $0.id == id }),
            DerivedField(rawValue: field.key) == nil
        else { throw NotFound.field }
        return field
    }
}
