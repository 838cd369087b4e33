import CRM
import HTTPTypes
import Hummingbird

/// The people who may sign in.
struct UserSettingsController: Sendable {
    let crm: CRM
    let pages: ConsolePages
    let settings: ServerSettings
    let now: @Sendable () -> Milliseconds

    /// `GET /a/<account>/settings/users`
    func page(_ request: Request, _ context: AccountContext) async throws -> Response {
        let frame = try await pages.frame(request, context)
        return try pages.show(UserSettingsPage(frame, context.paths, try await crm.people.all()), in: frame)
    }

    /// `POST /a/<account>/settings/users`: without a password somebody is given a link to choose one, shown this once.
    func add(_ request: Request, _ context: AccountContext) async throws -> Response {
        let frame = try await pages.frame(request, context)
        let form = UserForm(context.form, frame.accounts)
        do {
            guard let password = context.form["password"], !password.isEmpty else {
                let (user, secret) = try await crm.people.invite(
                    email: form.email ?? "", role: form.role, access: form.access, by: context.actor, now: now())
                let page = UserEditPage(frame, context.paths, user, UserForm(user), link: link(secret))
                return try pages.show(page, in: frame)
            }
            _ = try await crm.people.create(
                email: form.email ?? "", role: form.role, password: password, access: form.access, by: context.actor,
                now: now())
            return Redirect.to(context.paths.users, .userAdded)
        } catch let error as PersonError {
            let page = UserSettingsPage(
                frame, context.paths, try await crm.people.all(), form: form, error: error)
            return try pages.show(page, in: frame, status: .unprocessableContent)
        }
    }

    /// `GET /a/<account>/settings/users/<user>`
    func edit(_ request: Request, _ context: AccountContext) async throws -> Response {
        let user = try await crm.people.user(try context.id("user"))
        let frame = try await pages.frame(request, context)
        return try pages.show(UserEditPage(frame, context.paths, user, UserForm(user)), in: frame)
    }

    /// `POST /a/<account>/settings/users/<user>`
    func save(_ request: Request, _ context: AccountContext) async throws -> Response {
        let user = try await crm.people.user(try context.id("user"))
        let frame = try await pages.frame(request, context)
        let form = UserForm(context.form, frame.accounts)
        do {
            try await crm.people.change(
                user.id, role: form.role, access: form.access, by: context.actor, now: now())
            return Redirect.to(context.paths.users, .userSaved)
        } catch let error as PersonError {
            let page = UserEditPage(frame, context.paths, user, form, error: error)
            return try pages.show(page, in: frame, status: .unprocessableContent)
        }
    }

    /// `POST /a/<account>/settings/users/<user>/reset`: answers with the page itself, because the link is shown this once.
    func reset(_ request: Request, _ context: AccountContext) async throws -> Response {
        let user = try await crm.people.user(try context.id("user"))
        let secret = try await crm.people.resetLink(for: user.id, by: context.actor, now: now())
        let frame = try await pages.frame(request, context)
        let page = UserEditPage(frame, context.paths, user, UserForm(user), link: link(secret))
        return try pages.show(page, in: frame)
    }

    /// `POST /a/<account>/settings/users/<user>/sign-out`
    func signOut(_ request: Request, _ context: AccountContext) async throws -> Response {
        try await crm.people.signOutEverywhere(try context.id("user"), by: context.actor, now: now())
        return Redirect.to(context.paths.users, .userSignedOut)
    }

    /// `GET /a/<account>/settings/users/<user>/delete`: asks first.
    func confirmDelete(_ request: Request, _ context: AccountContext) async throws -> Response {
        let user = try await crm.people.user(try context.id("user"))
        let frame = try await pages.frame(request, context)
        return try pages.show(ConfirmPage(deleting: user, context.paths, frame), in: frame)
    }

    /// `POST /a/<account>/settings/users/<user>/delete`
    func delete(_ request: Request, _ context: AccountContext) async throws -> Response {
        let user = try await crm.people.user(try context.id("user"))
        do {
            try await crm.people.delete(user.id, by: context.actor, now: now())
            return Redirect.to(context.paths.users, .userDeleted)
        } catch let error as PersonError {
            let frame = try await pages.frame(request, context)
            let page = UserEditPage(frame, context.paths, user, UserForm(user), error: error)
            return try pages.show(page, in: frame, status: .unprocessableContent)
        }
    }

    private func link(_ secret: String) -> String {
        settings.publicURL.text + PasswordLinkController.path(secret)
    }
}
