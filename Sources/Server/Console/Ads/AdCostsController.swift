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

    /// `POST /a/<account>/reports/costs`: the file is taken, or looked at; the page says what became of it.
    func take(_ request: Request, _ context: AccountContext) async throws -> Response {
        let form = AdCostsForm(context.form)
        guard let bytes = context.form.file("file") else {
            return try await show(request, context, form, .problem("Choose the CSV file."))
        }
        do {
            let reading = try await crm.adCosts.read(context.account, form.file(bytes), now: now())
            if reading.costs.count > Self.mostAtOnce {
                return takeLong(reading, form, try await pages.frame(request, context), context)
            }
            let report = try await take(reading, form, context)
            return try await show(request, context, form, .report(report))
        } catch let error as AdCostFileError {
            return try await show(request, context, form, .problem(error.description))
        }
    }

    /// More rows than these are waited for on a page that says how far they are.
    private static let mostAtOnce = 5_000

    private func take(
        _ reading: AdCostReading, _ form: AdCostsForm, _ context: AccountContext,
        progress: @escaping @Sendable (Int, Int) -> Void = { _, _ in }
    ) async throws -> AdCostReport {
        try await crm.adCosts.take(
            context.account, reading, dryRun: form.isDryRun, by: context.actor, now: now(), progress: progress)
    }

    private func takeLong(
        _ reading: AdCostReading, _ form: AdCostsForm, _ frame: Frame, _ context: AccountContext
    ) -> Response {
        AdCostsImport(
            page: { outcome in
                let page = try await page(frame, context, form, outcome, isLong: true)
                return try pages.templates.render(AdCostsPage.template, page)
            },
            work: { progress in try await take(reading, form, context, progress: progress) },
            failed: { error in
                context.logger.error("import of costs failed", metadata: ["error": "\(type(of: error))"])
            }
        ).response
    }

    private func show(
        _ request: Request, _ context: AccountContext, _ form: AdCostsForm, _ outcome: AdCostsPage.Outcome? = nil
    ) async throws -> Response {
        let frame = try await pages.frame(request, context)
        let page = try await page(frame, context, form, outcome)
        return try pages.show(page, in: frame, status: page.errors.isEmpty ? .ok : .unprocessableContent)
    }

    private func page(
        _ frame: Frame, _ context: AccountContext, _ form: AdCostsForm, _ outcome: AdCostsPage.Outcome?,
        isLong: Bool = false
    ) async throws -> AdCostsPage {
        let account = context.account.id
        return AdCostsPage(
            frame, context.paths, form, holdings: try await crm.adCosts.holdings(account),
            currency: try await crm.pipelines.currency(account), outcome, isLong: isLong)
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
