import CRM
import HTTPTypes
import Hummingbird

/// Custom values: texts that are kept in one place and used in many.
struct ValueSettingsController: Sendable {
    let crm: CRM
    let pages: ConsolePages
    let now: @Sendable () -> Milliseconds

    /// `GET /a/<account>/settings/values`
    func page(_ request: Request, _ context: AccountContext) async throws -> Response {
        let frame = try await pages.frame(request, context)
        let values = try await crm.values.all(context.account.id)
        return try pages.show(ValueSettingsPage(frame, context.paths, values), in: frame)
    }

    /// `POST /a/<account>/settings/values`
    func add(_ request: Request, _ context: AccountContext) async throws -> Response {
        let typed = Self.typed(context)
        do {
            _ = try await crm.values.create(
                context.account.id, name: typed.name, value: typed.value, by: context.actor, now: now())
            return Redirect.to(context.paths.values, .settingsSaved)
        } catch let error as CustomValueError {
            let frame = try await pages.frame(request, context)
            let values = try await crm.values.all(context.account.id)
            let page = ValueSettingsPage(frame, context.paths, values, typed: typed, error: error)
            return try pages.show(page, in: frame, status: .unprocessableContent)
        }
    }

    /// `GET /a/<account>/settings/values/<value>`
    func edit(_ request: Request, _ context: AccountContext) async throws -> Response {
        let value = try await crm.values.value(context.account.id, try context.id("value"))
        return try await edit(request, context, value, (value.name, value.value))
    }

    /// `POST /a/<account>/settings/values/<value>`
    func save(_ request: Request, _ context: AccountContext) async throws -> Response {
        let value = try await crm.values.value(context.account.id, try context.id("value"))
        let typed = Self.typed(context)
        do {
            _ = try await crm.values.update(
                context.account.id, value.id, name: typed.name, value: typed.value, by: context.actor,
                now: now())
            return Redirect.to(context.paths.values, .settingsSaved)
        } catch let error as CustomValueError {
            return try await edit(request, context, value, typed, error: error)
        }
    }

    private func edit(
        _ request: Request, _ context: AccountContext, _ value: CustomValue, _ typed: (name: String, value: String),
        error: CustomValueError? = nil
    ) async throws -> Response {
        let frame = try await pages.frame(request, context)
        let page = SettingsEditPage(
            value.name, in: .values, frame, context.paths,
            note: "Texts that say \(value.mergeField) show the new value from now on.",
            action: context.paths.value(value.id),
            fields: ValueSettingsPage.controls(name: typed.name, value: typed.value), problem: error?.description)
        return try pages.show(page, in: frame, status: error == nil ? .ok : .unprocessableContent)
    }

    /// `GET /a/<account>/settings/values/<value>/remove`: asks first.
    func confirmRemove(_ request: Request, _ context: AccountContext) async throws -> Response {
        let value = try await crm.values.value(context.account.id, try context.id("value"))
        let frame = try await pages.frame(request, context)
        let page = ConfirmPage(
            "Remove “\(value.name)”?", in: .settings, frame, text: "This cannot be taken back.",
            consequences: ["Texts that say \(value.mergeField) show nothing in its place."],
            action: context.paths.value(value.id) + "/remove", hidden: [], button: "Remove value",
            cancelHref: context.paths.values)
        return try pages.show(page, in: frame)
    }

    /// `POST /a/<account>/settings/values/<value>/remove`
    func remove(_ request: Request, _ context: AccountContext) async throws -> Response {
        try await crm.values.delete(
            context.account.id, try context.id("value"), by: context.actor, now: now())
        return Redirect.to(context.paths.values, .settingsSaved)
    }

    private static func typed(_ context: AccountContext) -> (name: String, value: String) {
        (context.form.text("name") ?? "", context.form.text("value") ?? "")
    }
}
