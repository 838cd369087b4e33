import CRM
import HTTPTypes
import Hummingbird

/// The addresses under which people without a sign-in see a dashboard.
struct DashboardSharingController: Sendable {
    let crm: CRM
    let pages: ConsolePages
    let settings: ServerSettings
    let now: @Sendable () -> Milliseconds

    /// `GET /a/<account>/dashboards/<dashboard>/share`
    func page(_ request: Request, _ context: AccountContext) async throws -> Response {
        try await page(request, context, created: nil, problems: [])
    }

    /// `POST /a/<account>/dashboards/<dashboard>/share`: answers with the page itself, because the address is shown this
    /// once.
    func share(_ request: Request, _ context: AccountContext) async throws -> Response {
        do {
            let (link, secret) = try await crm.dashboards.share(
                context.account.id, try context.id("dashboard"), name: context.form.text("name") ?? "",
                days: context.form["days"].flatMap { Int($0) } ?? 0, by: context.actor, now: now())
            let url = settings.publicURL.text + SharedAddress.path(secret)
            return try await page(request, context, created: .init(url: url, name: link.name), problems: [])
        } catch let error as InvalidDashboard {
            return try await page(request, context, created: nil, problems: error.problems)
        }
    }

    /// `POST /a/<account>/dashboards/<dashboard>/share/<link>/revoke`
    func revoke(_ request: Request, _ context: AccountContext) async throws -> Response {
        let id: DashboardID = try context.id("dashboard")
        try await crm.dashboards.revoke(
            context.account.id, id, try context.id("link"), by: context.actor, now: now())
        return Redirect.to(context.paths.sharedDashboard(id), .dashboardLinkRevoked)
    }

    private func page(
        _ request: Request, _ context: AccountContext, created: DashboardSharePage.Created?,
        problems: [DashboardProblem]
    ) async throws -> Response {
        let dashboard = try await crm.dashboards.dashboard(context.account.id, try context.id("dashboard"))
        let links = try await crm.dashboards.links(context.account.id, dashboard.id)
        let frame = try await pages.frame(request, context)
        let page = DashboardSharePage(
            frame, context.paths, dashboard, links, created: created, problems: problems)
        return try pages.show(page, in: frame, status: problems.isEmpty ? .ok : .unprocessableContent)
    }
}
