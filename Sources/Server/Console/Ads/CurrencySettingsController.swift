import CRM
import HTTPTypes
import Hummingbird

/// What other currencies are worth to the account.
struct CurrencySettingsController: Sendable {
    let crm: CRM
    let pages: ConsolePages
    let now: @Sendable () -> Milliseconds

    /// `GET /a/<account>/settings/currencies`
    func page(_ request: Request, _ context: AccountContext) async throws -> Response {
        try await show(request, context)
    }

    /// `POST /a/<account>/settings/currencies`: enters a rate, or changes one.
    func save(_ request: Request, _ context: AccountContext) async throws -> Response {
        let typed = (code: context.form.text("currency") ?? "", rate: context.form.text("rate") ?? "")
        do {
            try await crm.currencies.save(
                context.account.id, code: typed.code, rate: typed.rate, by: context.actor, now: now())
            return Redirect.to(context.paths.currencies, .settingsSaved)
        } catch let error as CurrencyRateError {
            return try await show(request, context, typed: typed, error: error)
        }
    }

    /// `POST /a/<account>/settings/currencies/<code>/remove`
    func remove(_ request: Request, _ context: AccountContext) async throws -> Response {
        do {
            try await crm.currencies.remove(
                context.account.id, code: try context.text("currency"), by: context.actor, now: now())
            return Redirect.to(context.paths.currencies, .settingsSaved)
        } catch is CurrencyRateError {
            throw HTTPError(.notFound)
        }
    }

    private func show(
        _ request: Request, _ context: AccountContext, typed: (code: String, rate: String) = ("", ""),
        error: CurrencyRateError? = nil
    ) async throws -> Response {
        let frame = try await pages.frame(request, context)
        let rates = try await crm.currencies.rates(context.account.id)
        let page = CurrencySettingsPage(frame, context.paths, rates, typed: typed, error: error)
        return try pages.show(page, in: frame, status: error == nil ? .ok : .unprocessableContent)
    }
}
