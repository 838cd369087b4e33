import Attribution
import CRM

/// An attribution report as programs read it.
struct WireAttributionReport: Encodable {
    let locationId: String
    let model: String
    let from: String
    let to: String
    @OrNull var comparedFrom: String?
    @OrNull var comparedTo: String?
    let currency: String
    let level: Level
    let rows: [Row]
    /// What the limit left out, as one row.
    @OrNull var other: Row?
    /// How many rows that is.
    let otherCount: Int
    let total: WireAttributionFigures
    @OrNull var totalBefore: WireAttributionFigures?
    /// Until it is null again, figures may mix old and new verdicts.
    @OrNull var rulesUnderway: WireRulesUnderway?

    struct Level: Encodable {
        let field: String
        let label: String
    }

    struct Row: Encodable {
        /// What `path` takes; empty for the row without a value.
        let key: String
        let name: String
        let isPlaceholder: Bool
        let isExpandable: Bool
        let figures: WireAttributionFigures
        @OrNull var before: WireAttributionFigures?
    }

    init(
        _ report: AttributionReport, _ address: AttributionAddress, _ range: ReportRange,
        _ account: Account, _ rules: RulesUnderway?
    ) {
        let currency = report.currency
        locationId = account.locationID
        model = address.model.rawValue
        from = range.days.first.rawValue
        to = range.days.last.rawValue
        comparedFrom = range.compared?.first.rawValue
        comparedTo = range.compared?.last.rawValue
        self.currency = currency.rawValue
        level = Level(field: report.level.field.rawValue, label: report.level.label)
        rows = report.rows.map { Row($0, currency) }
        other = report.other.map { Row($0, currency) }
        otherCount = report.otherCount
        total = WireAttributionFigures(report.total.figures, currency)
        totalBefore = report.total.compared.map { WireAttributionFigures($0, currency) }
        rulesUnderway = rules.map(WireRulesUnderway.init)
    }
}

extension WireAttributionReport.Row {
    init(_ row: AttributionRow, _ currency: Currency) {
        key = row.key?.text ?? ""
        name = row.name
        isPlaceholder = row.key?.isPlaceholder ?? false
        isExpandable = row.isExpandable
        figures = WireAttributionFigures(row.figures, currency)
        before = row.compared.map { WireAttributionFigures($0, currency) }
    }
}
