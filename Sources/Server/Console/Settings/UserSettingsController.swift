import CRM
import HTTPTypes
import Hummingbird

/// The people who may sign in.
struct UserSettingsController: Sendable {
    let crm: CRM
    let pages: ConsolePages
    let now: @Sendable () -> Milliseconds

    /// `GET /a/<account>/settings/users`
    func page(_ request: Request, _ context: AccountContext) async throws -> Response {
        let frame = try await pages.frame(request, context)
        return try pages.show(UserSettingsPage(frame, context.paths, try await crm.people.all()), in: frame)
    }

    /// `POST /a/<account>/settings/users`
    func add(_ request: Request, _ context: AccountContext) async throws -> Response {
        let form = context.form
        let role = form.text("role").flatMap(User.Role.init(rawValue:)) ?? .user
        do {
            _ = try await crm.people.create(
                email: form["email"] ?? "", role: role, password: form["password"] ?? "", now: now())
            return Redirect.to(context.paths.users, .userAdded)
        } catch let error as PersonError {
            let frame = try await pages.frame(request, context)
            let page = UserSettingsPage(
                frame, context.paths, try await crm.people.all(), email: form.text("email"), role: role, error: error)
            return try pages.show(page, in: frame, status: .unprocessableContent)
        }
    }
}
