import CRM

/// The import of costs with its result, and what there is.
struct AdCostsPage: ConsolePage {
    static let template = "console/ads-costs"

    let shell: Shell
    let tabs: [Link]
    let errors: [FormError]
    let result: AdCostsResult?
    let action: String
    let fields: [FieldControl]
    let holdings: [Holding]
    let imports: [Import]
    let isAdmin: Bool
    let removeAction: String
    let ratesHref: String

    /// What became of a file.
    enum Outcome {
        case report(AdCostReport)
        case problem(String)
    }

    struct Holding {
        let platform: String
        let value: String
        let daysText: String
        let from: String
        let to: String
        let rowsText: String
        let updated: Moment
        let reportHref: String
    }

    /// A long file that is or was taken in.
    struct Import {
        let href: String
        let name: String
        let text: String
    }

    init(
        _ frame: Frame, _ paths: AccountPaths, _ form: AdCostsForm, holdings: [AdCostHolding],
        imports: [AdCostImport], currency: Currency, _ outcome: Outcome?
    ) {
        shell = Shell("Ad costs", in: .reports, frame)
        tabs = ReportTab.costs.links(paths)
        switch outcome {
        case .report(let report):
            errors = []
            result = AdCostsResult(report, isDryRun: form.isDryRun, paths)
        case .problem(let problem):
            errors = [FormError(text: problem, fieldId: "file")]
            result = nil
        case nil:
            errors = []
            result = nil
        }
        action = paths.adCosts
        fields = Self.controls(form, currency)
        self.holdings = holdings.map { holding in
            Holding(
                platform: holding.platform.name, value: holding.platform.rawValue,
                daysText: DayText.range(holding.days), from: holding.days.first.rawValue,
                to: holding.days.last.rawValue, rowsText: Count.text(holding.rows, "row"),
                updated: frame.clock.moment(holding.updatedAt), reportHref: paths.ads(holding.platform))
        }
        self.imports = imports.map { found in
            Import(
                href: paths.adCostImport(found.id),
                name: "\(found.platform.name), \(frame.clock.moment(found.startedAt).text)", text: found.stateText)
        }
        isAdmin = frame.isAdmin
        removeAction = paths.adCosts + "/remove"
        ratesHref = paths.currencies
    }

    private static func controls(_ form: AdCostsForm, _ own: Currency) -> [FieldControl] {
        [
            choice(
                "platform", "From", ("", "Told by its columns"), form.platform?.rawValue,
                AdPlatform.allCases.map { ($0.rawValue, $0.name) }),
            choice(
                "dates", "Dates like 3/4/2026", ("", "Told by the file"), form.dates?.rawValue,
                AdDateOrder.allCases.map {
                    ($0.rawValue, $0 == .dayFirst ? "Day first: 3 April" : "Month first: 4 March")
                }),
            choice(
                "currency", "Amounts without a currency", ("", "The account’s own: \(own)"), form.currency?.rawValue,
                Currency.all.map { ($0.rawValue, $0.rawValue) }),
            .check("dryRun", "Only look: say what would be done, and write nothing", form.isDryRun),
        ]
    }

    private static func choice(
        _ name: String, _ label: String, _ none: (value: String, label: String), _ chosen: String?,
        _ options: [(value: String, label: String)]
    ) -> FieldControl {
        var control = FieldControl(id: name, name: name, label: label)
        control.select = FieldControl.Select(
            options: ([none] + options).map {
                FieldControl.Option(value: $0.value, label: $0.label, selected: $0.value == (chosen ?? ""))
            })
        return control
    }
}
