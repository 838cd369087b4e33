import CRM
import HTTPTypes
import Hummingbird

/// Where costs come in, and what there is of them.
struct AdCostsController: Sendable {
    let crm: CRM
    let pages: ConsolePages
    let now: @Sendable () -> Milliseconds

    /// `GET /a/<account>/reports/costs`
    func page(_ request: Request, _ context: AccountContext) async throws -> Response {
        try await show(request, context, AdCostsForm())
    }

    /// `POST /a/<account>/reports/costs`: the file is taken, or looked at; the page says what became of it. A long file
    /// has a page of its own, and goes on without anybody looking.
    func take(_ request: Request, _ context: AccountContext) async throws -> Response {
        let form = AdCostsForm(context.form)
        guard let bytes = context.form.file("file") else {
            return try await show(request, context, form, .problem("Choose the CSV file: none came, or it is empty."))
        }
        do {
            let arrival = try await crm.adCosts.receive(
                context.account, form.file(bytes), dryRun: form.isDryRun, by: context.actor, now: now())
            switch arrival {
            case .taken(let report): return try await show(request, context, form, .report(report))
            case .started(let id): return Redirect.to(context.paths.adCostImport(id))
            }
        } catch let error as AdCostFileError {
            return try await show(request, context, form, .problem(error.description))
        }
    }

    /// `GET /a/<account>/reports/costs/imports/<import>`: how far a long file is, and what became of it.
    func importPage(_ request: Request, _ context: AccountContext) async throws -> Response {
        let id: AdCostImportID = try context.id("import")
        guard let found = try await crm.adCosts.import(context.account.id, id) else { throw HTTPError(.notFound) }
        let frame = try await pages.frame(request, context)
        return try pages.show(AdCostImportPage(frame, context.paths, found), in: frame)
    }

    private func show(
        _ request: Request, _ context: AccountContext, _ form: AdCostsForm, _ outcome: AdCostsPage.Outcome? = nil
    ) async throws -> Response {
        let frame = try await pages.frame(request, context)
        let account = context.account.id
        let page = AdCostsPage(
            frame, context.paths, form, holdings: try await crm.adCosts.holdings(account),
            imports: try await crm.adCosts.imports(account), currency: try await crm.pipelines.currency(account),
            outcome)
        return try pages.show(page, in: frame, status: page.errors.isEmpty ? .ok : .unprocessableContent)
    }

    /// `GET /a/<account>/reports/costs/remove?platform&from&to`: asks first.
    func confirmRemove(_ request: Request, _ context: AccountContext) async throws -> Response {
        let frame = try await pages.frame(request, context)
        guard let wish = AdCostsRemoval(FormBody(request.uri.query ?? "")) else {
            return Redirect.to(context.paths.adCosts)
        }
        let page = ConfirmPage(
            "Remove costs of \(wish.platform.name)?", in: .reports, frame, text: DayText.range(wish.days) + ".",
            consequences: [
                "The reports of these days show blanks where the cost was.", "The files can be imported again.",
            ],
            action: context.paths.adCosts + "/remove", hidden: HiddenField.all(wish.parameters), button: "Remove costs",
            cancelHref: context.paths.adCosts)
        return try pages.show(page, in: frame)
    }

    /// `POST /a/<account>/reports/costs/remove`
    func remove(_ request: Request, _ context: AccountContext) async throws -> Response {
        guard let wish = AdCostsRemoval(context.form) else { throw HTTPError(.badRequest) }
        _ = try await crm.adCosts.remove(
            context.account.id, wish.platform, wish.days, by: context.actor, now: now())
        return Redirect.to(context.paths.adCosts, .settingsSaved)
    }
}
