import CRM

/// The account's dashboards, and a form for another one.
struct DashboardListPage: ConsolePage {
    static let template = "console/dashboards"

    let shell: Shell
    let errors: [FormError]
    let dashboards: [Line]
    let action: String
    let name: String?
    let nameLength = Dashboard.longestName
    let templates: [Template]

    struct Line {
        let name: String
        let href: String
        let editHref: String
        let widgetsText: String
        let periodText: String
        let changed: Moment
    }

    struct Template {
        let value: String
        let label: String
        let note: String
        let checked: Bool
    }

    init(
        _ frame: Frame, _ paths: AccountPaths, _ all: [Dashboard], name: String?, template: DashboardTemplate,
        problems: [DashboardProblem]
    ) {
        shell = Shell("Dashboards", in: .dashboards, frame)
        errors = problems.map(\.formError)
        dashboards = all.map { dashboard in
            Line(
                name: dashboard.name, href: paths.dashboard(dashboard.id),
                editHref: paths.editedDashboard(dashboard.id),
                widgetsText: Count.text(dashboard.widgets.count, "widget"), periodText: dashboard.period.label,
                changed: frame.clock.moment(dashboard.updatedAt))
        }
        action = paths.dashboards
        self.name = name
        templates = DashboardTemplate.allCases.map {
            Template(value: $0.rawValue, label: $0.label, note: $0.note, checked: $0 == template)
        }
    }
}

extension DashboardProblem {
    var formError: FormError {
        let id: String? =
            switch self {
            case .name: "name"
            case .period: "period"
            case .lifetime: "days"
            case .tooMany, .tooManyWidgets, .tooManyLinks: nil
            }
        return FormError(text: message, fieldId: id)
    }
}
