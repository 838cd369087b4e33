import CRM
import HTTPTypes
import Hummingbird

/// The editor of a dashboard. Every step is a form of its own and is saved at once.
///
/// Each carries the revision that its page showed: what somebody else has changed since is shown and not overwritten.
struct DashboardEditController: Sendable {
    let crm: CRM
    let pages: ConsolePages
    let now: @Sendable () -> Milliseconds

    /// `GET /a/<account>/dashboards/<dashboard>/edit`
    func page(_ request: Request, _ context: AccountContext) async throws -> Response {
        let dashboard = try await dashboard(context)
        return try await page(
            request, context, dashboard, name: dashboard.name, period: WidgetPeriodDocument(dashboard.period), [])
    }

    /// `POST /a/<account>/dashboards/<dashboard>/edit`: its name and what it looks back on.
    func save(_ request: Request, _ context: AccountContext) async throws -> Response {
        let dashboard = try await dashboard(context)
        let name = context.form.text("name") ?? ""
        let document = PeriodChoice.document(context.form) ?? WidgetPeriodDocument(dashboard.period)
        guard let period = document.period else {
            return try await page(request, context, dashboard, name: name, period: document, [.period])
        }
        do {
            return try await change(context, at: nil) { draft in
                draft.name = name
                draft.period = period
            }
        } catch let error as InvalidDashboard {
            return try await page(request, context, dashboard, name: name, period: document, error.problems)
        }
    }

    /// `GET /a/<account>/dashboards/<dashboard>/widgets/new`
    func newWidget(_ request: Request, _ context: AccountContext) async throws -> Response {
        let dashboard = try await dashboard(context)
        return try await form(request, context, dashboard, nil, WidgetForm(), [])
    }

    /// `POST /a/<account>/dashboards/<dashboard>/widgets`
    func addWidget(_ request: Request, _ context: AccountContext) async throws -> Response {
        let form = WidgetForm(context.form)
        let id: WidgetID = crm.ids.identifier(at: now())
        return try await saving(request, context, nil, form) { draft in
            try draft.add(form.document, id: id)
        } then: {
            id
        }
    }

    /// `GET /a/<account>/dashboards/<dashboard>/widgets/<widget>`
    func widget(_ request: Request, _ context: AccountContext) async throws -> Response {
        let dashboard = try await dashboard(context)
        let widget = try dashboard.widget(try context.id("widget"))
        return try await form(request, context, dashboard, widget.id, WidgetForm(WidgetDocument(widget)), [])
    }

    /// `POST /a/<account>/dashboards/<dashboard>/widgets/<widget>`
    func saveWidget(_ request: Request, _ context: AccountContext) async throws -> Response {
        let id: WidgetID = try context.id("widget")
        let form = WidgetForm(context.form)
        return try await saving(request, context, id, form) { draft in
            try draft.change(id, to: form.document)
        } then: {
            id
        }
    }

    /// `POST /a/<account>/dashboards/<dashboard>/widgets/<widget>/move`: one step, or to a place on the grid.
    func move(_ request: Request, _ context: AccountContext) async throws -> Response {
        let id: WidgetID = try context.id("widget")
        let step = context.form["step"].flatMap(WidgetStep.init(rawValue:))
        let place = WidgetPlace(context.form)
        return try await change(context, at: id) { draft in
            if let step {
                try draft.move(id, step)
            } else if let place {
                try draft.put(id, at: place)
            }
        }
    }

    /// `GET /a/<account>/dashboards/<dashboard>/widgets/<widget>/remove`: asks first.
    func confirmRemove(_ request: Request, _ context: AccountContext) async throws -> Response {
        let dashboard = try await dashboard(context)
        let widget = try dashboard.widget(try context.id("widget"))
        let frame = try await pages.frame(request, context)
        return try pages.show(ConfirmPage(removing: widget, of: dashboard, context.paths, frame), in: frame)
    }

    /// `POST /a/<account>/dashboards/<dashboard>/widgets/<widget>/remove`
    func remove(_ request: Request, _ context: AccountContext) async throws -> Response {
        let id: WidgetID = try context.id("widget")
        return try await change(context, at: nil) { draft in try draft.remove(id) }
    }

    private func dashboard(_ context: AccountContext) async throws -> Dashboard {
        try await crm.dashboards.dashboard(context.account.id, try context.id("dashboard"))
    }

    /// Changes the dashboard and goes back to the editor, to the widget that was changed.
    private func change(
        _ context: AccountContext, at widget: WidgetID?,
        _ change: @escaping @Sendable (inout DashboardDraft) throws -> Void
    ) async throws -> Response {
        let id: DashboardID = try context.id("dashboard")
        let editor = context.paths.editedDashboard(id)
        do {
            _ = try await crm.dashboards.change(
                context.account.id, id, revision: context.revision, by: context.actor, now: now(), change)
        } catch is DashboardChanged {
            return Redirect.to(editor, .dashboardChanged)
        }
        return Redirect.to(editor + (widget.map { "#" + WidgetBox.anchor($0) } ?? ""), .dashboardSaved)
    }

    /// The same for what was typed: when it cannot be saved it stays in the form.
    private func saving(
        _ request: Request, _ context: AccountContext, _ widget: WidgetID?, _ form: WidgetForm,
        _ change: @escaping @Sendable (inout DashboardDraft) throws -> Void, then anchor: () -> WidgetID
    ) async throws -> Response {
        let id: DashboardID = try context.id("dashboard")
        let problems: [FormError]
        do {
            guard !form.wantsMoreFilters else {
                return try await self.form(request, context, try await dashboard(context), widget, form, [])
            }
            _ = try await crm.dashboards.change(
                context.account.id, id, revision: context.revision, by: context.actor, now: now(), change)
            return Redirect.to(
                context.paths.editedDashboard(id) + "#" + WidgetBox.anchor(anchor()), .dashboardSaved)
        } catch let error as InvalidWidget {
            problems = error.problems.map(\.formError)
        } catch let error as InvalidDashboard {
            problems = error.problems.map { FormError(text: $0.message) }
        } catch is DashboardChanged {
            problems = [
                FormError(text: "Somebody else has changed the dashboard meanwhile. Save again to keep both changes.")
            ]
        }
        return try await self.form(request, context, try await dashboard(context), widget, form, problems)
    }

    private func form(
        _ request: Request, _ context: AccountContext, _ dashboard: Dashboard, _ widget: WidgetID?,
        _ form: WidgetForm, _ problems: [FormError]
    ) async throws -> Response {
        let words = try await DashboardDesk(crm: crm, now: now).words(context.account)
        let frame = try await pages.frame(request, context)
        let page = WidgetEditPage(
            frame, context.paths, dashboard, widget, form, words, problems: problems)
        return try pages.show(page, in: frame, status: problems.isEmpty ? .ok : .unprocessableContent)
    }

    private func page(
        _ request: Request, _ context: AccountContext, _ dashboard: Dashboard, name: String,
        period: WidgetPeriodDocument, _ problems: [DashboardProblem]
    ) async throws -> Response {
        let reading = try await DashboardDesk(crm: crm, now: now).reading(
            dashboard.widgets, over: PeriodChoice(FormBody(""), usual: dashboard.period), of: context.account,
            to: .insiders, WidgetAddresses(root: context.paths.widgets(dashboard.id)))
        let frame = try await pages.frame(request, context)
        let page = DashboardEditPage(
            frame, context.paths, dashboard, reading, name: name, period: period, problems: problems)
        return try pages.show(page, in: frame, status: problems.isEmpty ? .ok : .unprocessableContent)
    }
}

extension AccountContext {
    /// The revision that the form's page showed; a form without one changes nothing.
    fileprivate var revision: Int { form["revision"].flatMap { Int($0) } ?? 0 }
}

extension WidgetPlace {
    /// Where a widget was dropped; nil where the form says no place.
    fileprivate init?(_ form: FormBody) {
        let numbers = ["column", "row", "width", "height"].compactMap { form[$0].flatMap { Int($0) } }
        guard numbers.count == 4, numbers.allSatisfy({ (0...1_000).contains($0) }) else { return nil }
        self.init(column: numbers[0], row: numbers[1], width: numbers[2], height: numbers[3])
    }
}

extension WidgetProblem {
    var formError: FormError {
        let id: String? =
            switch self {
            case .strange: nil
            case .subject: "subject"
            case .steps: "steps"
            case .metric, .metrics: "metric"
            case .groups, .sameGroup, .field: "group-1"
            case .filter, .tooManyFilters, .filterValues: "filter-field-1"
            default: member
            }
        return FormError(text: message, fieldId: id)
    }
}

extension ConfirmPage {
    fileprivate init(removing widget: Widget, of dashboard: Dashboard, _ paths: AccountPaths, _ frame: Frame) {
        let title = widget.title.isEmpty ? "this widget" : "“\(widget.title)”"
        self.init(
            "Remove \(title)?", in: .dashboards, frame, text: "It goes from the dashboard and from its links.",
            consequences: [], action: paths.widget(widget.id, of: dashboard.id) + "/remove",
            hidden: [HiddenField(name: "revision", value: "\(dashboard.revision)")], button: "Remove widget",
            cancelHref: paths.editedDashboard(dashboard.id))
    }
}
