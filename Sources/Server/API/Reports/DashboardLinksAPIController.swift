import CRM
import Hummingbird

/// The addresses under which people without a sign-in see a dashboard, for programs.
struct DashboardLinksAPIController: Sendable {
    let crm: CRM
    let publicURL: PublicURL

    /// `GET /reports/dashboards/<dashboard>/links`
    func list(_ call: APICall) async throws -> Response {
        let dashboard = try await crm.dashboards.dashboard(call.account.id, try call.id("dashboardId"))
        let links = try await crm.dashboards.links(call.account.id, dashboard.id)
        return try .json(WireDashboardLinks(links: links.map { WireDashboardLink($0, now: call.now) }))
    }

    /// `POST /reports/dashboards/<dashboard>/links`
    func create(_ call: APICall) async throws -> Response {
        do {
            let (link, secret) = try await crm.dashboards.share(
                call.account.id, try call.id("dashboardId"), name: call.body["name"]?.text ?? "",
                days: call.body["days"]?.integer ?? 0, by: call.token.actor, now: call.now)
            let url = publicURL.text + SharedAddress.path(secret)
            return try .json(
                WireNewDashboardLink(link: WireDashboardLink(link, now: call.now), url: url), status: .created)
        } catch let error as InvalidDashboard {
            throw APIError.invalid(error.problems.map(\.message))
        }
    }

    /// `DELETE /reports/dashboards/<dashboard>/links/<link>`
    func revoke(_ call: APICall) async throws -> Response {
        try await crm.dashboards.revoke(
            call.account.id, try call.id("dashboardId"), try call.id("linkId"), by: call.token.actor, now: call.now)
        return try .json(WireSucceeded())
    }
}
