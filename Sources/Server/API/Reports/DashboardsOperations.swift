import CRM

/// Dashboards, for programs.
struct DashboardsOperations: Sendable {
    let crm: CRM

    var operations: [Operation] {
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
}
