import CRM
import HTTPTypes
import Hummingbird

/// The accounts of the installation.
struct AccountController: Sendable {
    let crm: CRM
    let pages: ConsolePages
    let now: @Sendable () -> Milliseconds

    /// `GET /accounts`
    func list(_ request: Request, _ context: SignedInContext) async throws -> Response {
        let frame = try await pages.frame(request, context)
        let activity = try await crm.accounts.activity(
            frame.accounts.map(\.id), contactsSince: now() - AccountListPage.span)
        return try pages.show(AccountListPage(frame, activity: activity), in: frame)
    }

    /// `GET /accounts/new`
    func new(_ request: Request, _ context: SignedInContext) async throws -> Response {
        let frame = try await pages.frame(request, context)
        return try pages.show(AccountNewPage(frame, form: context.form, error: nil), in: frame)
    }

    /// `POST /accounts`
    func create(_ request: Request, _ context: SignedInContext) async throws -> Response {
        let form = context.form
        do {
            var account = try await crm.accounts.create(
                name: form["name"] ?? "", domains: [form.text("domain")].compactMap { $0 }, now: now())
            if let timeZone = form["timeZone"], timeZone != account.timeZone, TimeZoneName.isKnown(timeZone) {
                account.timeZone = timeZone
                try await crm.accounts.update(account)
            }
            return Redirect.to(AccountPaths(account).tracking, .accountCreated)
        } catch let error as AccountError {
            let frame = try await pages.frame(request, context)
            let page = AccountNewPage(frame, form: form, error: error)
            return try pages.show(page, in: frame, status: .unprocessableContent)
        }
    }

    /// `GET /a/<account>`
    func home(_ request: Request, _ context: AccountContext) -> Response {
        Redirect.to(context.paths.contacts)
    }
}
