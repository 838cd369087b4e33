import CRM
import HTTPTypes
import Hummingbird

/// The account's dashboards: the list of them, and one to be looked at.
struct DashboardController: Sendable {
    let crm: CRM
    let pages: ConsolePages
    let now: @Sendable () -> Milliseconds

    private var desk: DashboardDesk { DashboardDesk(crm: crm, now: now) }

    /// `GET /a/<account>/dashboards`
    func list(_ request: Request, _ context: AccountContext) async throws -> Response {
        try await list(request, context, name: nil, template: .overview, problems: [])
    }

    /// `POST /a/<account>/dashboards`: makes one from a template.
    func create(_ request: Request, _ context: AccountContext) async throws -> Response {
        let template = DashboardTemplate(rawValue: context.form["template"] ?? "") ?? .blank
        let name = context.form.text("name") ?? template.label
        let moment = now()
        var ordinal = 0
        let draft = try template.draft(name: name) {
            ordinal += 1
            return crm.ids.identifier(at: moment, ordinal: ordinal)
        }
        do {
            let dashboard = try await crm.dashboards.create(context.account.id, draft, by: context.actor, now: moment)
            let paths = context.paths
            return Redirect.to(
                template == .blank ? paths.editedDashboard(dashboard.id) : paths.dashboard(dashboard.id),
                .dashboardCreated)
        } catch let error as InvalidDashboard {
            return try await list(request, context, name: name, template: template, problems: error.problems)
        }
    }

    /// `GET /a/<account>/dashboards/<dashboard>`
    func show(_ request: Request, _ context: AccountContext) async throws -> Response {
        let dashboard = try await crm.dashboards.dashboard(context.account.id, try context.id("dashboard"))
        let choice = PeriodChoice(FormBody(request.uri.query ?? ""), usual: dashboard.period)
        let reading = try await desk.reading(
            dashboard.widgets, over: choice, of: context.account, to: .insiders,
            WidgetAddresses(root: context.paths.widgets(dashboard.id)))
        let frame = try await pages.frame(request, context)
        return try pages.show(DashboardPage(frame, context.paths, dashboard, choice, reading), in: frame)
    }

    /// `GET /a/<account>/dashboards/<dashboard>/delete`: asks first.
    func confirmDelete(_ request: Request, _ context: AccountContext) async throws -> Response {
        let dashboard = try await crm.dashboards.dashboard(context.account.id, try context.id("dashboard"))
        let frame = try await pages.frame(request, context)
        return try pages.show(ConfirmPage(deleting: dashboard, context.paths, frame), in: frame)
    }

    /// `POST /a/<account>/dashboards/<dashboard>/delete`
    func delete(_ request: Request, _ context: AccountContext) async throws -> Response {
        try await crm.dashboards.delete(
            context.account.id, try context.id("dashboard"), by: context.actor, now: now())
        return Redirect.to(context.paths.dashboards, .dashboardDeleted)
    }

    /// `GET /a/<account>/dashboards/<dashboard>/copy`
    func copyPage(_ request: Request, _ context: AccountContext) async throws -> Response {
        let dashboard = try await crm.dashboards.dashboard(context.account.id, try context.id("dashboard"))
        return try await copyPage(request, context, dashboard, name: dashboard.name, into: context.account, [])
    }

    /// `POST /a/<account>/dashboards/<dashboard>/copy`: into any account that its reader sees.
    func copy(_ request: Request, _ context: AccountContext) async throws -> Response {
        let dashboard = try await crm.dashboards.dashboard(context.account.id, try context.id("dashboard"))
        let name = context.form.text("name") ?? ""
        guard let target = try await crm.accounts.account(locationID: context.form["account"] ?? ""),
            context.user.sees(target.id)
        else { throw NotFound.account }
        do {
            let copy = try await crm.dashboards.copy(
                dashboard.id, of: context.account.id, into: target.id, name: name, by: context.actor, now: now())
            return Redirect.to(AccountPaths(target).dashboard(copy.id), .dashboardCopied)
        } catch let error as InvalidDashboard {
            return try await copyPage(request, context, dashboard, name: name, into: target, error.problems)
        }
    }

    /// `GET /a/<account>/dashboards/<dashboard>/widgets/<widget>/table.csv`
    func csv(_ request: Request, _ context: AccountContext) async throws -> Response {
        let dashboard = try await crm.dashboards.dashboard(context.account.id, try context.id("dashboard"))
        let response = try WidgetFiles.csv(
            try await answer(request, context, dashboard), try await desk.words(context.account), of: context.account)
        try await crm.audit.note(
            context.account.id, .dashboardExported, dashboard.id.rawValue, by: context.actor, at: now())
        return response
    }

    /// `GET /a/<account>/dashboards/<dashboard>/widgets/<widget>/chart.svg`
    func svg(_ request: Request, _ context: AccountContext) async throws -> Response {
        let dashboard = try await crm.dashboards.dashboard(context.account.id, try context.id("dashboard"))
        return try WidgetFiles.svg(
            try await answer(request, context, dashboard), try await desk.words(context.account), of: context.account)
    }

    private func answer(
        _ request: Request, _ context: AccountContext, _ dashboard: Dashboard
    ) async throws -> WidgetAnswer? {
        try await desk.answer(
            try dashboard.widget(try context.id("widget")),
            over: PeriodChoice(FormBody(request.uri.query ?? ""), usual: dashboard.period), of: context.account,
            to: .insiders)
    }

    private func list(
        _ request: Request, _ context: AccountContext, name: String?, template: DashboardTemplate,
        problems: [DashboardProblem]
    ) async throws -> Response {
        let all = try await crm.dashboards.all(context.account.id)
        let frame = try await pages.frame(request, context)
        let page = DashboardListPage(frame, context.paths, all, name: name, template: template, problems: problems)
        return try pages.show(page, in: frame, status: problems.isEmpty ? .ok : .unprocessableContent)
    }

    private func copyPage(
        _ request: Request, _ context: AccountContext, _ dashboard: Dashboard, name: String, into target: Account,
        _ problems: [DashboardProblem]
    ) async throws -> Response {
        let frame = try await pages.frame(request, context)
        let page = DashboardCopyPage(
            frame, context.paths, dashboard, name: name, into: target, problems: problems)
        return try pages.show(page, in: frame, status: problems.isEmpty ? .ok : .unprocessableContent)
    }
}

extension ConfirmPage {
    fileprivate init(deleting dashboard: Dashboard, _ paths: AccountPaths, _ frame: Frame) {
        self.init(
            "Delete “\(dashboard.name)”?", in: .dashboards, frame, text: "This cannot be taken back.",
            consequences: [
                "\(Count.text(dashboard.widgets.count, "widget")) and every link to the dashboard go with it.",
                "The figures themselves stay: they are not the dashboard’s.",
            ],
            action: paths.dashboard(dashboard.id) + "/delete", hidden: [], button: "Delete dashboard",
            cancelHref: paths.dashboard(dashboard.id))
    }
}
