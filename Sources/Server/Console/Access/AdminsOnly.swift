import Hummingbird

/// Lets administrators through.
struct AdminsOnly: RouterMiddleware {
    func handle(
        _ request: Request, context: SignedInContext, next: (Request, SignedInContext) async throws -> Response
    ) async throws -> Response {
        guard context.user.role == .admin else { throw ConsoleRefusal.adminsOnly }
        return try await next(request, context)
    }
}
