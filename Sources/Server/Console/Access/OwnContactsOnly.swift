import CRM
import Hummingbird

/// Lets somebody who sees only the contacts that are assigned to them through to those alone, and to what hangs on them.
///
/// It looks at the address, so that no page below a contact can forget to ask. To them another contact is one that does
/// not exist.
struct OwnContactsOnly: RouterMiddleware {
    let crm: CRM

    func handle(
        _ request: Request, context: AccountContext, next: (Request, AccountContext) async throws -> Response
    ) async throws -> Response {
        guard let user = context.contacts.assignee else { return try await next(request, context) }
        let account = context.account.id
        if context.parameters.get("contact") != nil {
            guard try await crm.people.owns(user, .contact(try context.id("contact")), in: account) else {
                throw NotFound.contact
            }
        }
        if context.parameters.get("submission") != nil {
            guard try await crm.people.owns(user, .submission(try context.id("submission")), in: account) else {
                throw NotFound.conversion
            }
        }
        if context.parameters.get("opportunity") != nil {
            guard try await crm.people.owns(user, .opportunity(try context.id("opportunity")), in: account) else {
                throw NotFound.opportunity
            }
        }
        return try await next(request, context)
    }
}
