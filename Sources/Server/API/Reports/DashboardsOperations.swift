import CRM

/// Dashboards, for programs.
struct DashboardsOperations: Sendable {
    let crm: CRM
    let settings: ServerSettings

    var operations: [Operation] { dashboards + links }

    private var dashboards: [Operation] {
        let dashboards = DashboardsAPIController(crm: crm)
        return [
            .on(
                .get, "/reports/dashboards", "get-dashboards", .reports, "Every dashboard, the oldest first",
                .readReports, query: [.location], answers: [.ok(.dashboardList)], work: dashboards.list),
            .on(
                .post, "/reports/dashboards", "create-dashboard", .reports,
                "Creates a dashboard, of widgets or from a template", .writeReports, body: .object(.dashboardWish),
                answers: [.created(.singleDashboard)], work: dashboards.create),
            .on(
                .get, "/reports/dashboards/{dashboardId}", "get-dashboard", .reports, "One dashboard", .readReports,
                query: [.location], answers: [.ok(.singleDashboard)], work: dashboards.show),
            .on(
                .put, "/reports/dashboards/{dashboardId}", "update-dashboard", .reports,
                "Replaces name, period and widgets of the revision that was read", .writeReports,
                body: .object(.dashboardChange),
                answers: [
                    .ok(.singleDashboard), .refusal(.conflict, "The dashboard has another revision meanwhile"),
                ], work: dashboards.update),
            .on(
                .delete, "/reports/dashboards/{dashboardId}", "delete-dashboard", .reports,
                "Deletes a dashboard with its links", .writeReports, query: [.location], answers: [.ok(.succeeded)],
                work: dashboards.delete),
        ]
    }

    private var links: [Operation] {
        let links = DashboardLinksAPIController(crm: crm, publicURL: settings.publicURL)
        let path = "/reports/dashboards/{dashboardId}/links"
        return [
            .on(
                .get, path, "get-dashboard-links", .reports,
                "The links for people without a sign-in that are not revoked, the newest first", .readReports,
                query: [.location], answers: [.ok(.dashboardLinkList)], work: links.list),
            .on(
                .post, path, "create-dashboard-link", .reports,
                "Makes a link for people without a sign-in; its address is said this once", .writeReports,
                body: .object(.dashboardLinkWish), answers: [.created(.newDashboardLink)], work: links.create),
            .on(
                .delete, path + "/{linkId}", "revoke-dashboard-link", .reports,
                "Revokes a link: its address leads nowhere from then on", .writeReports, query: [.location],
                answers: [.ok(.succeeded)], work: links.revoke),
        ]
    }
}
