import CRM
import Hummingbird

/// Lets those through who see every contact of the account.
///
/// A report counts all of them: to somebody who sees the contacts assigned to them alone it would tell of the others.
struct WholeAccountOnly: RouterMiddleware {
    func handle(
        _ request: Request, context: AccountContext, next: (Request, AccountContext) async throws -> Response
    ) async throws -> Response {
        guard context.contacts == .everything else { throw ConsoleRefusal.wholeAccountOnly }
        return try await next(request, context)
    }
}
