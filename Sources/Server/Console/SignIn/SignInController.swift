import CRM
import HTTPTypes
import Hummingbird

/// In and out.
struct SignInController: Sendable {
    let crm: CRM
    let settings: ServerSettings
    let templates: Templates
    let cookies: ConsoleCookies
    let now: @Sendable () -> Milliseconds

    /// `GET /`
    func home(_ request: Request, _ context: ConsoleContext) async throws -> Response {
        guard let session = context.session else { return Redirect.to(SignInPage.path) }
        return Redirect.to(try await start(session.user))
    }

    /// `GET /sign-in`
    func page(_ request: Request, _ context: ConsoleContext) async throws -> Response {
        if let session = context.session { return Redirect.to(try await start(session.user)) }
        guard try await !crm.people.all().isEmpty else {
            return try templates.page(FirstRunPage.template, FirstRunPage(theme: Theme(request)))
        }
        let returnTo = FormBody(request.uri.query ?? "").text("returnTo")
        var page = page(request, context, returnTo: returnTo)
        guard let flash = Flash(request) else { return try templates.page(SignInPage.template, page) }
        page.notice = flash.text
        var response = try templates.page(SignInPage.template, page)
        response.setCookie(Flash.end)
        return response
    }

    /// `POST /sign-in`
    func signIn(_ request: Request, _ context: ConsoleContext) async throws -> Response {
        let email = context.form.text("email")
        let client = ClientNetwork(context.web.clientAddress(of: request, settings.trustedProxies)).name
        var page = page(request, context, returnTo: context.form["returnTo"])
        page.email = email
        switch try await crm.people.signIn(
            email: email ?? "", password: context.form["password"] ?? "", client: client, now: now())
        {
        case .welcome(let session, let token):
            let start = try await start(session.user)
            var response = Redirect.to(page.returnTo ?? start)
            response.setCookie(cookies.session(token))
            response.setCookie(cookies.endOfVisit)
            return response
        case .refused:
            page.error = "That e-mail address and password do not belong together."
            return try templates.page(SignInPage.template, page, status: .unauthorized)
        case .throttled(let seconds):
            let wait = AccountClock.length(Milliseconds(seconds) * .second)
            page.throttled = "Too many attempts. Try again in \(wait)."
            var response = try templates.page(SignInPage.template, page, status: .tooManyRequests)
            response.headers[.retryAfter] = "\(seconds)"
            return response
        }
    }

    /// `POST /sign-out`
    func signOut(_ request: Request, _ context: ConsoleContext) async throws -> Response {
        if let token = cookies.sessionToken(of: request) { try await crm.people.signOut(token: token) }
        var response = Redirect.to(SignInPage.path, .signedOut)
        response.setCookie(cookies.endOfSession)
        return response
    }

    /// `POST /theme`: without a script; with one the browser writes the cookie itself.
    func setTheme(_ request: Request, _ context: ConsoleContext) -> Response {
        let back = context.form["returnTo"].flatMap { Redirect.isOwnPage($0) ? $0 : nil }
        var response = Redirect.to(back ?? "/")
        response.setCookie(
            Theme.cookie(Theme(rawValue: context.form["theme"] ?? ""), isSecure: settings.publicURL.isSecure))
        return response
    }

    /// Where somebody begins who asked for no page: with a single account there is nothing to choose.
    private func start(_ user: User) async throws -> String {
        let accounts = try await crm.accounts.all().filter { user.sees($0.id) }
        guard accounts.count == 1, let account = accounts.first else { return "/accounts" }
        return AccountPaths(account).contacts
    }

    private func page(_ request: Request, _ context: ConsoleContext, returnTo: String?) -> SignInPage {
        SignInPage(
            csrf: context.csrfToken, theme: Theme(request),
            returnTo: returnTo.flatMap { Redirect.isOwnPage($0) ? $0 : nil })
    }
}
