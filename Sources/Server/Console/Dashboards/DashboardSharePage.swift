import CRM

/// The links of a dashboard, and a form for another one.
struct DashboardSharePage: ConsolePage {
    static let template = "console/dashboard-share"

    let shell: Shell
    let crumbs: [Link]
    let heading: String
    let errors: [FormError]
    let created: Created?
    let links: [Line]
    let action: String
    let nameLength = DashboardLink.longestName
    let lifetimes: [FieldControl.Option]

    /// A new address, shown once.
    struct Created {
        let url: String
        let name: String
    }

    struct Line {
        let name: String
        let made: String
        let expiry: String
        let expired: Bool
        let revokeAction: String
    }

    /// In days.
    private static let lifetimes = [(1, "1 day"), (7, "7 days"), (30, "30 days"), (90, "90 days"), (366, "1 year")]

    init(
        _ frame: Frame, _ paths: AccountPaths, _ dashboard: Dashboard, _ all: [DashboardLink], created: Created?,
        problems: [DashboardProblem]
    ) {
        heading = "Share “\(dashboard.name)”"
        shell = Shell(heading, in: .dashboards, frame)
        crumbs = [Link("Dashboards", paths.dashboards), Link(dashboard.name, paths.dashboard(dashboard.id))]
        errors = problems.map(\.formError)
        self.created = created
        links = all.map { link in
            let isGood = link.isGood(at: frame.now)
            return Line(
                name: link.name, made: frame.clock.date(link.createdAt),
                expiry: "\(isGood ? "Good until" : "Expired") \(frame.clock.moment(link.expiresAt).text)",
                expired: !isGood,
                revokeAction: paths.sharedDashboard(dashboard.id) + "/" + ConsolePath.escaped(link.id.rawValue)
                    + "/revoke")
        }
        action = paths.sharedDashboard(dashboard.id)
        lifetimes = Self.lifetimes.map {
            FieldControl.Option(value: "\($0.0)", label: $0.1, selected: $0.0 == 30)
        }
    }
}
