/// The parts of the console, in the order of its menu.
enum Section: CaseIterable {
    case contacts, opportunities, reports, dashboards, forms, submissions, links, tagging, rules, lenses, settings

    var label: String {
        switch self {
        case .contacts: "Contacts"
        case .opportunities: "Opportunities"
        case .reports: "Reports"
        case .dashboards: "Dashboards"
        case .forms: "Forms"
        case .submissions: "Submissions"
        case .links: "Links"
        case .tagging: "Tagging"
        case .rules: "Rules"
        case .lenses: "Lenses"
        case .settings: "Settings"
        }
    }

    /// The name of a symbol in `console/icons`.
    var icon: String {
        switch self {
        case .contacts: "contacts"
        case .opportunities: "board"
        case .reports: "chart"
        case .dashboards: "dashboards"
        case .forms: "forms"
        case .submissions: "inbox"
        case .links: "link"
        case .tagging: "tag"
        case .rules: "rules"
        case .lenses: "lenses"
        case .settings: "settings"
        }
    }

    /// What its pages have beside the console's own styles.
    var stylesheets: [String] {
        switch self {
        case .rules: ["/assets/console-rules.css"]
        case .opportunities: ["/assets/console-board.css"]
        case .reports: ["/assets/charts.css", "/assets/console-reports.css"]
        case .dashboards: ["/assets/charts.css", "/assets/console-dashboards.css"]
        default: []
        }
    }

    /// Whether it tells of every contact of the account, and so is for those alone who may see every one.
    var isOfWholeAccount: Bool { self == .reports || self == .dashboards }

    func href(_ paths: AccountPaths) -> String {
        switch self {
        case .contacts: paths.contacts
        case .opportunities: paths.opportunities
        case .reports: paths.reports
        case .dashboards: paths.dashboards
        case .forms: paths.forms
        case .submissions: paths.submissions
        case .links: paths.links
        case .tagging: paths.tagging
        case .rules: paths.rules
        case .lenses: paths.lenses
        case .settings: paths.settings
        }
    }
}
