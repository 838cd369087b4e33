import CRM
import HTTPTypes
import Hummingbird

/// Where somebody chooses a password by the link that an administrator gave them.
struct PasswordLinkController: Sendable {
    let crm: CRM
    let templates: Templates
    let cookies: ConsoleCookies
    let now: @Sendable () -> Milliseconds

    static func path(_ secret: String) -> String { "/password/" + secret }

    /// `GET /password/<secret>`
    func page(_ request: Request, _ context: ConsoleContext) async throws -> Response {
        let secret = try secret(context)
        let user = try await crm.people.user(link: secret, now: now())
        return try show(secret, user, error: user == nil ? .link : nil, request, context)
    }

    /// `POST /password/<secret>`
    func choose(_ request: Request, _ context: ConsoleContext) async throws -> Response {
        let secret = try secret(context)
        do {
            _ = try await crm.people.setPassword(link: secret, to: context.form["password"] ?? "", now: now())
            var response = Redirect.to(SignInPage.path, .passwordChosen)
            response.setCookie(cookies.endOfSession)
            return response
        } catch let error as PersonError {
            let user = try await crm.people.user(link: secret, now: now())
            return try show(secret, user, error: error, request, context)
        }
    }

    private func secret(_ context: ConsoleContext) throws -> String {
        let secret = try context.parameters.require("secret")
        guard secret.utf8.count == 43 else { throw NotFound.user }
        return secret
    }

    private func show(
        _ secret: String, _ user: User?, error: PersonError?, _ request: Request, _ context: ConsoleContext
    ) throws -> Response {
        let page = PasswordLinkPage(
            shell: PlainShell("Choose a password", theme: Theme(request), csrf: context.csrfToken),
            action: user == nil ? nil : Self.path(secret), email: user?.email.text, error: error?.description)
        var response = try templates.page(
            PasswordLinkPage.template, page, status: error == nil ? .ok : .unprocessableContent)
        // The address is a secret: it goes nowhere with a click.
        response.headers[.referrerPolicy] = "no-referrer"
        response.headers[.cacheControl] = "no-store"
        return response
    }
}

/// Where a password is chosen.
struct PasswordLinkPage: ConsolePage {
    static let template = "console/password"

    let shell: PlainShell
    /// Nil when the link is good no more.
    let action: String?
    let email: String?
    let error: String?
}
