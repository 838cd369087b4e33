import CRM

extension AccountPaths {
    var dashboards: String { root + "/dashboards" }
    func dashboard(_ id: DashboardID) -> String { dashboards + "/" + ConsolePath.escaped(id.rawValue) }
    func editedDashboard(_ id: DashboardID) -> String { dashboard(id) + "/edit" }
    func sharedDashboard(_ id: DashboardID) -> String { dashboard(id) + "/share" }
    func widgets(_ id: DashboardID) -> String { dashboard(id) + "/widgets" }
    func widget(_ widget: WidgetID, of id: DashboardID) -> String {
        widgets(id) + "/" + ConsolePath.escaped(widget.rawValue)
    }
}
