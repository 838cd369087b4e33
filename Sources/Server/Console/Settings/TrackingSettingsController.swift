import CRM
import HTTPTypes
import Hummingbird

/// The tracking script, the account's domains and its excluded referrers.
struct TrackingSettingsController: Sendable {
    let crm: CRM
    let pages: ConsolePages
    let settings: ServerSettings
    let now: @Sendable () -> Milliseconds

    /// `GET /a/<account>/settings`
    func home(_ request: Request, _ context: AccountContext) -> Response {
        Redirect.to(context.paths.tracking)
    }

    /// `GET /a/<account>/settings/tracking`
    func page(_ request: Request, _ context: AccountContext) async throws -> Response {
        try await show(request, context, refused: nil)
    }

    /// `POST /a/<account>/settings/tracking/domains`
    func addDomain(_ request: Request, _ context: AccountContext) async throws -> Response {
        let host = context.form["domain"] ?? ""
        do {
            try await crm.accounts.addDomain(host, to: context.account.id, by: context.actor, now: now())
            return Redirect.to(context.paths.tracking, .settingsSaved)
        } catch let error as AccountError {
            return try await show(request, context, refused: .domain(host, error))
        }
    }

    /// `POST /a/<account>/settings/tracking/domains/<host>/remove`
    func removeDomain(_ request: Request, _ context: AccountContext) async throws -> Response {
        try await crm.accounts.removeDomain(
            try context.text("host"), from: context.account.id, by: context.actor, now: now())
        return Redirect.to(context.paths.tracking, .settingsSaved)
    }

    /// `POST /a/<account>/settings/tracking/referrers`
    func addReferrer(_ request: Request, _ context: AccountContext) async throws -> Response {
        let host = context.form["referrer"] ?? ""
        do {
            try await crm.accounts.addExcludedReferrer(
                host, to: context.account.id, by: context.actor, now: now())
            return Redirect.to(context.paths.tracking, .settingsSaved)
        } catch let error as AccountError {
            return try await show(request, context, refused: .referrer(host, error))
        }
    }

    /// `POST /a/<account>/settings/tracking/referrers/<host>/remove`
    func removeReferrer(_ request: Request, _ context: AccountContext) async throws -> Response {
        try await crm.accounts.removeExcludedReferrer(
            try context.text("host"), from: context.account.id, by: context.actor, now: now())
        return Redirect.to(context.paths.tracking, .settingsSaved)
    }

    /// Refused websites of so many days are shown, today among them.
    private static let refusalSpan: Milliseconds = 7

    private func show(
        _ request: Request, _ context: AccountContext, refused: TrackingSettingsPage.Refused?
    ) async throws -> Response {
        let account = context.account
        let activity = try await crm.accounts.activity([account.id], contactsSince: now())[account.id]
        let hosts = try await crm.submissions.refusedHosts(
            account.id, sinceDay: now() / .day - Self.refusalSpan + 1)
        let frame = try await pages.frame(request, context)
        let page = TrackingSettingsPage(
            frame, context.paths, account, lastEventAt: activity?.lastEventAt, refusedHosts: hosts,
            publicURL: settings.publicURL, refused: refused)
        return try pages.show(page, in: frame, status: refused == nil ? .ok : .unprocessableContent)
    }
}
