import CRM

/// A dashboard to be looked at.
struct DashboardPage: ConsolePage {
    static let template = "console/dashboard"

    let shell: Shell
    let crumbs: [Link]
    let heading: String
    let periodText: String
    let errors: [FormError]
    let action: String
    let period: PeriodFields
    let editHref: String
    let shareHref: String
    let copyHref: String
    let deleteHref: String
    let newWidgetHref: String
    let preparing: String?
    let rulesUnderway: String?
    let boxes: [WidgetBox]

    init(
        _ frame: Frame, _ paths: AccountPaths, _ dashboard: Dashboard, _ choice: PeriodChoice,
        _ reading: DashboardDesk.Reading
    ) {
        heading = dashboard.name
        shell = Shell(heading, in: .dashboards, frame)
        crumbs = [Link("Dashboards", paths.dashboards)]
        periodText = choice.period.label
        errors = choice.isWrong ? [DashboardProblem.period.formError] : []
        action = paths.dashboard(dashboard.id)
        period = PeriodFields(choice.document)
        editHref = paths.editedDashboard(dashboard.id)
        shareHref = paths.sharedDashboard(dashboard.id)
        copyHref = paths.dashboard(dashboard.id) + "/copy"
        deleteHref = paths.dashboard(dashboard.id) + "/delete"
        newWidgetHref = paths.widgets(dashboard.id) + "/new"
        preparing = reading.preparing
        rulesUnderway = reading.rulesUnderway?.text(frame.clock)
        boxes = reading.boxes
    }
}
