import CRM

/// The account's currency rates.
struct CurrencySettingsPage: ConsolePage {
    static let template = "console/settings-currencies"

    let shell: Shell
    let tabs: [Link]
    let errors: [FormError]
    let base: String
    let rates: [Line]
    let readOnly: Bool
    let action: String
    let fields: [FieldControl]
    let currencyHref: String

    struct Line {
        let code: String
        let text: String
        let updated: Moment
        let removeAction: String
    }

    init(
        _ frame: Frame, _ paths: AccountPaths, _ known: CurrencyRates, typed: (code: String, rate: String) = ("", ""),
        error: CurrencyRateError? = nil
    ) {
        shell = SettingsTab.currencies.shell(frame)
        tabs = SettingsTab.currencies.links(frame, paths)
        errors = error.map { [FormError(text: $0.description, fieldId: $0 == .rate ? "rate" : "currency")] } ?? []
        base = known.base.rawValue
        rates = known.rates.map { rate in
            Line(
                code: rate.currency.rawValue, text: "1 \(rate.currency) = \(rate.rate) \(known.base)",
                updated: frame.clock.moment(rate.updatedAt),
                removeAction: paths.currencies + "/" + rate.currency.rawValue + "/remove")
        }
        readOnly = !frame.isAdmin
        action = paths.currencies
        currencyHref = paths.pipelines
        fields = Self.controls(known.base, typed)
    }

    private static func controls(_ base: Currency, _ typed: (code: String, rate: String)) -> [FieldControl] {
        var currency = FieldControl(id: "currency", name: "currency", label: "Currency")
        currency.required = true
        let all = Currency.all.filter { $0 != base }.map(\.rawValue)
        currency.select = FieldControl.Select(
            options: all.map {
                FieldControl.Option(value: $0, label: $0, selected: $0 == (typed.code.isEmpty ? "EUR" : typed.code))
            })
        var rate = FieldControl(id: "rate", name: "rate", label: "One of it is so many \(base)")
        rate.required = true
        rate.line = FieldControl.Line(
            type: "text", value: typed.rate.isEmpty ? nil : typed.rate, inputmode: "decimal", maxlength: 30)
        rate.hint = "Like 1.0845. A rate that is there already is replaced."
        return [currency, rate]
    }
}
