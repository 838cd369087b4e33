import Attribution
import CRM
import HTTPTypes
import Hummingbird

/// Custom fields: what contacts and opportunities can hold beside the standard properties.
struct FieldSettingsController: Sendable {
    let crm: CRM
    let pages: ConsolePages
    let now: @Sendable () -> Milliseconds

    /// `GET /a/<account>/settings/fields`
    func page(_ request: Request, _ context: AccountContext) async throws -> Response {
        try await list(request, context)
    }

    /// `POST /a/<account>/settings/fields`
    func add(_ request: Request, _ context: AccountContext) async throws -> Response {
        let field = NewField(context.form)
        do {
            _ = try await crm.fields.create(
                context.account.id, field.draft, by: context.actor, now: now())
            return Redirect.to(context.paths.fields, .fieldAdded)
        } catch let error as FieldError {
            return try await list(request, context, draft: field, error: error)
        }
    }

    private func list(
        _ request: Request, _ context: AccountContext, draft: NewField = NewField(), error: FieldError? = nil
    ) async throws -> Response {
        let frame = try await pages.frame(request, context)
        let page = FieldSettingsPage(
            frame, context.paths, try await crm.fields.everything(context.account.id),
            try await crm.fields.folders(context.account.id), draft: draft, error: error)
        return try pages.show(page, in: frame, status: error == nil ? .ok : .unprocessableContent)
    }

    /// `GET /a/<account>/settings/fields/<field>`
    func edit(_ request: Request, _ context: AccountContext) async throws -> Response {
        let field = try await crm.fields.field(context.account.id, try context.id("field"))
        return try await edit(request, context, field, FieldEdit(field))
    }

    /// `POST /a/<account>/settings/fields/<field>`
    func save(_ request: Request, _ context: AccountContext) async throws -> Response {
        let field = try await crm.fields.field(context.account.id, try context.id("field"))
        let edit = FieldEdit(context.form)
        do {
            _ = try await crm.fields.change(
                context.account.id, field.id, by: context.actor, now: now()
            ) { edit.apply(to: &$0, isBuiltIn: field.isBuiltIn) }
            return Redirect.to(context.paths.fields, .settingsSaved)
        } catch let error as FieldError {
            return try await self.edit(request, context, field, edit, error: error)
        }
    }

    private func edit(
        _ request: Request, _ context: AccountContext, _ field: CustomField, _ edit: FieldEdit,
        error: FieldError? = nil
    ) async throws -> Response {
        let frame = try await pages.frame(request, context)
        let folders = try await crm.fields.folders(context.account.id)
        let page = SettingsEditPage(
            field.name, in: .fields, frame, context.paths,
            note: "\(field.type.label), known to forms, merge fields and the API as \(field.key).",
            action: context.paths.field(field.id), fields: edit.controls(field, folders: folders),
            problem: error?.description)
        return try pages.show(page, in: frame, status: error == nil ? .ok : .unprocessableContent)
    }

    /// `POST /a/<account>/settings/fields/<field>/move`: one place up or down.
    func move(_ request: Request, _ context: AccountContext) async throws -> Response {
        try await crm.fields.move(
            context.account.id, try context.id("field"), up: context.form.text("do") == "up",
            by: context.actor, now: now())
        return Redirect.to(context.paths.fields)
    }

    /// `GET /a/<account>/settings/fields/<field>/remove`: asks first.
    func confirmRemove(_ request: Request, _ context: AccountContext) async throws -> Response {
        let field = try await removable(context)
        let frame = try await pages.frame(request, context)
        return try pages.show(ConfirmPage(removing: field, context.paths, frame), in: frame)
    }

    /// `POST /a/<account>/settings/fields/<field>/remove`
    func remove(_ request: Request, _ context: AccountContext) async throws -> Response {
        let field = try await removable(context)
        try await crm.fields.delete(context.account.id, field.id, by: context.actor, now: now())
        return Redirect.to(context.paths.fields, .fieldRemoved)
    }

    /// The field that the address names; those that every account has stay.
    private func removable(_ context: AccountContext) async throws -> CustomField {
        let field = try await crm.fields.field(context.account.id, try context.id("field"))
        guard !field.isBuiltIn else { throw NotFound.field }
        return field
    }
}
