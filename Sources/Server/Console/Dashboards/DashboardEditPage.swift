import CRM

/// The editor of a dashboard.
struct DashboardEditPage: ConsolePage {
    static let template = "console/dashboard-edit"

    let shell: Shell
    let crumbs: [Link]
    let heading: String
    let errors: [FormError]
    let action: String
    let revision: String
    let name: String?
    let nameLength = Dashboard.longestName
    let period: PeriodFields
    let doneHref: String
    let newWidgetHref: String
    let preparing: String?
    let boxes: [WidgetBox]

    init(
        _ frame: Frame, _ paths: AccountPaths, _ dashboard: Dashboard, _ reading: DashboardDesk.Reading, name: String,
        period: WidgetPeriodDocument, problems: [DashboardProblem]
    ) {
        heading = "Edit \(dashboard.name)"
        shell = Shell(heading, in: .dashboards, frame)
        crumbs = [Link("Dashboards", paths.dashboards), Link(dashboard.name, paths.dashboard(dashboard.id))]
        errors = problems.map(\.formError)
        action = paths.editedDashboard(dashboard.id)
        revision = "\(dashboard.revision)"
        self.name = name.isEmpty ? nil : name
        self.period = PeriodFields(period)
        doneHref = paths.dashboard(dashboard.id)
        newWidgetHref = paths.widgets(dashboard.id) + "/new"
        preparing = reading.preparing
        let shown = reading.preparing == nil ? reading.boxes : []
        boxes = zip(shown, dashboard.widgets).map { box, widget in
            var box = box
            box.tools = WidgetTools(widget, of: dashboard, paths)
            return box
        }
    }
}

/// What can be done to a widget in the editor.
struct WidgetTools {
    let moveAction: String
    let editHref: String
    let removeHref: String
    let revision: String
    let steps: [Step]
    let column: String
    let row: String
    let width: String
    let height: String

    struct Step {
        let value: String
        let label: String
        let icon: String
    }

    init(_ widget: Widget, of dashboard: Dashboard, _ paths: AccountPaths) {
        let path = paths.widget(widget.id, of: dashboard.id)
        moveAction = path + "/move"
        editHref = path
        removeHref = path + "/remove"
        revision = "\(dashboard.revision)"
        steps = WidgetStep.allCases.map { Step(value: $0.rawValue, label: $0.label, icon: $0.sign) }
        column = "\(widget.place.column)"
        row = "\(widget.place.row)"
        width = "\(widget.place.width)"
        height = "\(widget.place.height)"
    }
}

extension WidgetStep {
    fileprivate var label: String {
        switch self {
        case .left: "Move left"
        case .right: "Move right"
        case .up: "Move up"
        case .down: "Move down"
        case .wider: "Wider"
        case .narrower: "Narrower"
        case .taller: "Taller"
        case .shorter: "Shorter"
        }
    }

    /// What the button shows.
    fileprivate var sign: String {
        switch self {
        case .left: "←"
        case .right: "→"
        case .up: "↑"
        case .down: "↓"
        case .wider: "↔+"
        case .narrower: "↔−"
        case .taller: "↕+"
        case .shorter: "↕−"
        }
    }
}
