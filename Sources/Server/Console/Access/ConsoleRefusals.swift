import CRM
import Hummingbird

/// Shows a refusal as a page, and what is not there as 404: to the asker another account's id is one that does not exist.
struct ConsoleRefusals: RouterMiddleware {
    let templates: Templates

    func handle(
        _ request: Request, context: ConsoleContext, next: (Request, ConsoleContext) async throws -> Response
    ) async throws -> Response {
        do {
            return try await next(request, context)
        } catch ConsoleRefusal.signInNeeded {
            return Redirect.to(SignInPage.path(returnTo: request.method == .get ? request.uri.string : nil))
        } catch let refusal as ConsoleRefusal {
            return try templates.page(
                ErrorPage.template, ErrorPage(refusal, theme: Theme(request)), status: .forbidden)
        } catch is NotFound {
            throw HTTPError(.notFound)
        }
    }
}
