import CRM

/// A dashboard as people without a sign-in see it.
struct SharedDashboardPage {
    static let template = "console/dashboard-shared"

    let theme: String?
    let stylesheets = [
        "/assets/console.css", "/assets/console-pages.css", "/assets/charts.css", "/assets/console-dashboards.css",
    ]
    let script = "/assets/console.js"
    let icon = "/assets/icon.svg"
    let heading: String
    let account: String
    let periodText: String
    let expiry: String
    let action: String
    let errors: [FormError]
    let period: PeriodFields
    let preparing: String?
    let rulesUnderway: String?
    let boxes: [WidgetBox]

    init(
        _ shared: SharedDashboard, _ choice: PeriodChoice, _ reading: DashboardDesk.Reading, action: String,
        theme: Theme?, now: Milliseconds
    ) {
        self.theme = theme?.rawValue
        heading = shared.dashboard.name
        account = shared.account.name
        periodText = choice.period.label
        let clock = AccountClock(timeZone: shared.account.timeZone, now: now)
        expiry = "This page can be opened until \(clock.moment(shared.link.expiresAt).text)."
        self.action = action
        errors = choice.isWrong ? [DashboardProblem.period.formError] : []
        period = PeriodFields(choice.document)
        preparing = reading.preparing
        rulesUnderway = reading.rulesUnderway?.text(clock)
        boxes = reading.boxes
    }
}
