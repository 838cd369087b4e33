import CRM

/// Makes a dashboard like another one, for this account or for one of the agency's others.
struct DashboardCopyPage: ConsolePage {
    static let template = "console/dashboard-copy"

    let shell: Shell
    let crumbs: [Link]
    let heading: String
    let errors: [FormError]
    let action: String
    let name: String?
    let nameLength = Dashboard.longestName
    let accounts: [FieldControl.Option]
    let cancelHref: String

    init(
        _ frame: Frame, _ paths: AccountPaths, _ dashboard: Dashboard, name: String, into target: Account,
        problems: [DashboardProblem]
    ) {
        heading = "Copy “\(dashboard.name)”"
        shell = Shell(heading, in: .dashboards, frame)
        crumbs = [Link("Dashboards", paths.dashboards), Link(dashboard.name, paths.dashboard(dashboard.id))]
        errors = problems.map(\.formError)
        action = paths.dashboard(dashboard.id) + "/copy"
        self.name = name.isEmpty ? nil : name
        accounts = frame.accounts.map {
            FieldControl.Option(value: $0.locationID, label: $0.name, selected: $0.id == target.id)
        }
        cancelHref = paths.dashboard(dashboard.id)
    }
}
