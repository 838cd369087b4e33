import CRM
import HTTPTypes
import Hummingbird

/// Gathers what every page shows beside its own matter, and renders it.
struct ConsolePages: Sendable {
    let crm: CRM
    let templates: Templates
    let now: @Sendable () -> Milliseconds

    func frame(_ request: Request, _ context: AccountContext) async throws -> Frame {
        var toReview = ContactQuery()
        toReview.needsReview = true
        toReview.access = context.user.contacts
        return Frame(
            session: context.session, theme: Theme(request), flash: Flash(request), path: request.uri.string,
            accounts: try await accounts(of: context.user), account: context.account,
            heldCount: context.user.contacts == .everything
                ? try await crm.submissions.heldCount(context.account.id) : 0,
            reviewCount: try await crm.contacts.count(context.account.id, toReview, ceiling: 1_000), now: now())
    }

    /// The frame of a page above accounts.
    func frame(_ request: Request, _ context: SignedInContext) async throws -> Frame {
        Frame(
            session: context.session, theme: Theme(request), flash: Flash(request), path: request.uri.string,
            accounts: try await accounts(of: context.user), account: nil, heldCount: 0, reviewCount: 0, now: now())
    }

    /// The accounts that there are for somebody.
    private func accounts(of user: User) async throws -> [Account] {
        try await crm.accounts.all().filter { user.sees($0.id) }
    }

    func show<Page: ConsolePage>(
        _ page: Page, in frame: Frame, status: HTTPResponse.Status = .ok
    ) throws -> Response {
        var response = try templates.page(Page.template, page, status: status)
        if frame.flash != nil { response.setCookie(Flash.end) }
        return response
    }
}
