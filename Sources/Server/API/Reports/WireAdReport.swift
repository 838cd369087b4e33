import Attribution
import CRM
import Foundation

/// An ads report as programs read it; money in whole units of `currency`.
struct WireAdReport: Encodable {
    let platform: String
    let model: String
    let from: String
    let to: String
    @OrNull var comparedFrom: String?
    @OrNull var comparedTo: String?
    let level: String
    let path: [String]
    let currency: String
    let rows: [Row]
    @OrNull var other: Figures?
    @OrNull var otherBefore: Figures?
    let otherCount: Int
    let total: Figures
    @OrNull var totalBefore: Figures?
    let spendWithoutLeads: [Row]
    let leadsWithoutSpend: [Row]
    /// Until it is null again, figures may mix old and new verdicts.
    @OrNull var rulesUnderway: WireRulesUnderway?

    struct Row: Encodable {
        let key: String
        let name: String
        @OrNull var matchType: String?
        let placeholder: Bool
        let expandable: Bool
        let figures: Figures
        @OrNull var before: Figures?
    }

    struct Figures: Encodable {
        @OrNull var impressions: Int64?
        @OrNull var clicks: Int64?
        @OrNull var cost: Decimal?
        @OrNull var cpc: Decimal?
        let contacts: Int64
        @OrNull var cpl: Decimal?
        let consults: Int64
        let won: Int64
        let revenue: Decimal
        @OrNull var cpa: Decimal?
        @OrNull var roi: Double?
        /// In currencies without a rate.
        let costApart: [WireMoney]
        let revenueApart: [WireMoney]
    }

    init(_ report: AdReport) {
        let request = report.request
        platform = request.platform.rawValue
        model = request.position == .first ? "first" : "latest"
        from = request.days.first.rawValue
        to = request.days.last.rawValue
        comparedFrom = request.compared?.first.rawValue
        comparedTo = request.compared?.last.rawValue
        level = request.level.rawValue
        path = request.path.map(\.text)
        currency = report.currency.rawValue
        rows = report.rows.map { Row($0, report.currency) }
        other = report.other.map { Figures($0, report.currency) }
        otherBefore = report.otherCompared.map { Figures($0, report.currency) }
        otherCount = report.otherCount
        total = Figures(report.total, report.currency)
        totalBefore = report.totalCompared.map { Figures($0, report.currency) }
        spendWithoutLeads = report.spendWithoutLeads.map { Row($0, report.currency) }
        leadsWithoutSpend = report.leadsWithoutSpend.map { Row($0, report.currency) }
        rulesUnderway = report.rulesUnderway.map(WireRulesUnderway.init)
    }
}

extension WireAdReport.Row {
    init(_ row: AdReportRow, _ currency: Currency) {
        key = row.key.text
        name = row.name
        matchType = row.matchType?.rawValue
        placeholder = row.isPlaceholder
        expandable = row.isExpandable
        figures = WireAdReport.Figures(row.figures, currency)
        before = row.compared.map { WireAdReport.Figures($0, currency) }
    }
}

extension WireAdReport.Figures {
    init(_ figures: AdFigures, _ currency: Currency) {
        func major(_ minor: Int64?) -> Decimal? { minor.map { Money(minorUnits: $0, currency: currency).major } }
        impressions = figures.spend?.impressions
        clicks = figures.spend?.clicks
        cost = major(figures.cost)
        cpc = major(figures.costPerClick)
        contacts = figures.results.contacts
        cpl = major(figures.costPerLead)
        consults = figures.results.consults
        won = figures.results.won
        revenue = Money(minorUnits: figures.results.revenue, currency: currency).major
        cpa = major(figures.costPerAcquisition)
        roi = figures.returnOnInvestment
        costApart = (figures.spend?.apart ?? []).map(WireMoney.init)
        revenueApart = figures.results.apart.map(WireMoney.init)
    }
}
