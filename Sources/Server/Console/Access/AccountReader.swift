import CRM
import Hummingbird

/// Reads the account that the address names: `/a/<locationId>/…`.
struct AccountReader: RouterMiddleware {
    let crm: CRM

    static let parameter = "account"

    func handle(
        _ request: Request, context: SignedInContext, next: (Request, SignedInContext) async throws -> Response
    ) async throws -> Response {
        var context = context
        let locationID = try context.parameters.require(Self.parameter)
        guard let account = try await crm.accounts.account(locationID: locationID), context.user.sees(account.id) else {
            throw NotFound.account
        }
        context.account = account
        return try await next(request, context)
    }
}
