import CRM
import HTTPTypes
import Hummingbird

/// The apps of others: registered here, let in on the consent page.
struct AppSettingsController: Sendable {
    let crm: CRM
    let pages: ConsolePages
    let settings: ServerSettings
    let now: @Sendable () -> Milliseconds

    /// `GET /a/<account>/settings/apps`
    func page(_ request: Request, _ context: AccountContext) async throws -> Response {
        let frame = try await pages.frame(request, context)
        let grants = try await crm.apps.grants(for: context.account.id)
        let page = AppSettingsPage(
            frame, context.paths, try await crm.apps.all(), grants, publicURL: settings.publicURL)
        return try pages.show(page, in: frame)
    }

    /// `POST /a/<account>/settings/apps`: answers with the app's page, because the secret is shown this once.
    func create(_ request: Request, _ context: AccountContext) async throws -> Response {
        let form = AppForm(context.form)
        let frame = try await pages.frame(request, context)
        do {
            let (app, secret) = try await crm.apps.create(
                form.wish, isConfidential: form.isConfidential, by: context.actor, now: now())
            return try pages.show(try await edit(frame, context, app, secret: secret ?? ""), in: frame)
        } catch let error as AppError {
            let page = AppSettingsPage(
                frame, context.paths, try await crm.apps.all(), try await crm.apps.grants(for: context.account.id),
                publicURL: settings.publicURL, form: form, error: error)
            return try pages.show(page, in: frame, status: .unprocessableContent)
        }
    }

    /// `GET /a/<account>/settings/apps/<app>`
    func edit(_ request: Request, _ context: AccountContext) async throws -> Response {
        let app = try await crm.apps.app(try context.id("app"))
        let frame = try await pages.frame(request, context)
        return try pages.show(try await edit(frame, context, app), in: frame)
    }

    /// `POST /a/<account>/settings/apps/<app>`
    func save(_ request: Request, _ context: AccountContext) async throws -> Response {
        let app = try await crm.apps.app(try context.id("app"))
        let form = AppForm(context.form)
        do {
            try await crm.apps.change(app.id, form.wish, by: context.actor, now: now())
            return Redirect.to(context.paths.app(app.id), .appSaved)
        } catch let error as AppError {
            let frame = try await pages.frame(request, context)
            let page = try await edit(frame, context, app, form: form, error: error)
            return try pages.show(page, in: frame, status: .unprocessableContent)
        }
    }

    /// `POST /a/<account>/settings/apps/<app>/secret`: another secret, shown this once.
    func renew(_ request: Request, _ context: AccountContext) async throws -> Response {
        let app = try await crm.apps.app(try context.id("app"))
        let secret = try await crm.apps.renewSecret(app.id, by: context.actor, now: now())
        let frame = try await pages.frame(request, context)
        return try pages.show(try await edit(frame, context, app, secret: secret), in: frame)
    }

    /// `POST /a/<account>/settings/apps/<app>/disconnect`: from this account, or with `where=all` from all of them at once.
    func disconnect(_ request: Request, _ context: AccountContext) async throws -> Response {
        let id: AppID = try context.id("app")
        let account = context.form["where"] == "all" ? nil : context.account.id
        try await crm.apps.disconnect(id, from: account, by: context.actor, now: now())
        return Redirect.to(context.paths.app(id), .appDisconnected)
    }

    /// `GET /a/<account>/settings/apps/<app>/delete`: asks first.
    func confirmDelete(_ request: Request, _ context: AccountContext) async throws -> Response {
        let app = try await crm.apps.app(try context.id("app"))
        let frame = try await pages.frame(request, context)
        return try pages.show(ConfirmPage(deleting: app, context.paths, frame), in: frame)
    }

    /// `POST /a/<account>/settings/apps/<app>/delete`
    func delete(_ request: Request, _ context: AccountContext) async throws -> Response {
        try await crm.apps.delete(try context.id("app"), by: context.actor, now: now())
        return Redirect.to(context.paths.apps, .appDeleted)
    }

    private func edit(
        _ frame: Frame, _ context: AccountContext, _ app: OAuthApp, form: AppForm? = nil, secret: String? = nil,
        error: AppError? = nil
    ) async throws -> AppEditPage {
        AppEditPage(
            frame, context.paths, app, form ?? AppForm(app), try await crm.apps.grants(of: app.id), secret: secret,
            error: error)
    }
}
