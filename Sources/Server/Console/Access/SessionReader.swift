import CRM
import Hummingbird

/// Finds out who asks, by the session's cookie.
///
/// A browser that has not signed in gets a token of its own for the sign-in form, kept in a cookie: a page elsewhere can
/// neither read nor write it, so that nobody is signed in as somebody else without noticing.
struct SessionReader: RouterMiddleware {
    let crm: CRM
    let cookies: ConsoleCookies
    let now: @Sendable () -> Milliseconds

    func handle(
        _ request: Request, context: ConsoleContext, next: (Request, ConsoleContext) async throws -> Response
    ) async throws -> Response {
        var context = context
        if let token = cookies.sessionToken(of: request) {
            context.session = try await crm.people.session(token: token, now: now())
        }
        if let session = context.session {
            context.csrfToken = session.csrfToken
            return try await next(request, context)
        }
        let known = cookies.visitToken(of: request)
        context.csrfToken = known ?? crm.ids.letters(43)
        var response = try await next(request, context)
        if known == nil, response.status == .ok { response.setCookie(cookies.visit(context.csrfToken)) }
        return response
    }
}
