import CRM
import HTTPTypes
import Hummingbird

/// The folders that custom fields stand in.
struct FolderSettingsController: Sendable {
    let crm: CRM
    let pages: ConsolePages
    let now: @Sendable () -> Milliseconds

    /// `POST /a/<account>/settings/fields/folders`
    func add(_ request: Request, _ context: AccountContext) async throws -> Response {
        let name = context.form.text("name") ?? ""
        let model = context.form.text("model").flatMap(FieldModel.init(rawValue:)) ?? .contact
        do {
            _ = try await crm.fields.createFolder(
                context.account.id, name: name, of: model, by: context.actor, now: now())
            return Redirect.to(context.paths.fields, .settingsSaved)
        } catch let error as FieldError {
            let frame = try await pages.frame(request, context)
            let page = FieldSettingsPage(
                frame, context.paths, try await crm.fields.everything(context.account.id),
                try await crm.fields.folders(context.account.id), error: error)
            return try pages.show(page, in: frame, status: .unprocessableContent)
        }
    }

    /// `GET /a/<account>/settings/fields/folders/<folder>`
    func edit(_ request: Request, _ context: AccountContext) async throws -> Response {
        let folder = try await crm.fields.folder(context.account.id, try context.id("folder"))
        return try await edit(request, context, folder, name: folder.name)
    }

    /// `POST /a/<account>/settings/fields/folders/<folder>`
    func save(_ request: Request, _ context: AccountContext) async throws -> Response {
        let folder = try await crm.fields.folder(context.account.id, try context.id("folder"))
        let name = context.form.text("name") ?? ""
        do {
            _ = try await crm.fields.renameFolder(
                context.account.id, folder.id, to: name, by: context.actor, now: now())
            return Redirect.to(context.paths.fields, .settingsSaved)
        } catch let error as FieldError {
            return try await edit(request, context, folder, name: name, error: error)
        }
    }

    private func edit(
        _ request: Request, _ context: AccountContext, _ folder: FieldFolder, name: String, error: FieldError? = nil
    ) async throws -> Response {
        let frame = try await pages.frame(request, context)
        let page = SettingsEditPage(
            "Rename “\(folder.name)”", in: .fields, frame, context.paths, note: "The fields in the folder stay in it.",
            action: context.paths.fieldFolder(folder.id), fields: [.name(name)], problem: error?.description)
        return try pages.show(page, in: frame, status: error == nil ? .ok : .unprocessableContent)
    }

    /// `GET /a/<account>/settings/fields/folders/<folder>/remove`: asks first.
    func confirmRemove(_ request: Request, _ context: AccountContext) async throws -> Response {
        let folder = try await crm.fields.folder(context.account.id, try context.id("folder"))
        let frame = try await pages.frame(request, context)
        let page = ConfirmPage(
            "Remove the folder “\(folder.name)”?", in: .settings, frame, text: "Its fields stay, in no folder.",
            consequences: [], action: context.paths.fieldFolder(folder.id) + "/remove", hidden: [],
            button: "Remove folder", cancelHref: context.paths.fields)
        return try pages.show(page, in: frame)
    }

    /// `POST /a/<account>/settings/fields/folders/<folder>/remove`
    func remove(_ request: Request, _ context: AccountContext) async throws -> Response {
        try await crm.fields.deleteFolder(
            context.account.id, try context.id("folder"), by: context.actor, now: now())
        return Redirect.to(context.paths.fields, .settingsSaved)
    }
}
