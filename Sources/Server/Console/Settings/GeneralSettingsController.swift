import CRM
import HTTPTypes
import Hummingbird

/// The settings of the account itself.
struct GeneralSettingsController: Sendable {
    let crm: CRM
    let pages: ConsolePages
    let now: @Sendable () -> Milliseconds

    /// `GET /a/<account>/settings/general`
    func page(_ request: Request, _ context: AccountContext) async throws -> Response {
        let frame = try await pages.frame(request, context)
        let policy = try await crm.contacts.duplicatePolicy(context.account.id)
        return try pages.show(GeneralSettingsPage(frame, context.paths, context.account, policy), in: frame)
    }

    /// `POST /a/<account>/settings/general`
    func save(_ request: Request, _ context: AccountContext) async throws -> Response {
        let account = context.account.changed(by: context.form)
        let policy = try await crm.contacts.duplicatePolicy(account.id).changed(by: context.form)
        do {
            try await crm.accounts.update(account, by: context.actor, now: now())
            try await crm.contacts.setDuplicatePolicy(account.id, policy, by: context.actor, now: now())
            return Redirect.to(context.paths.general, .settingsSaved)
        } catch let error as AccountError {
            let frame = try await pages.frame(request, context)
            let page = GeneralSettingsPage(frame, context.paths, account, policy, error: error)
            return try pages.show(page, in: frame, status: .unprocessableContent)
        }
    }
}
