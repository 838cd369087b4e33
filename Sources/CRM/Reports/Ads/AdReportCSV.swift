/// The rows of an ads report as CSV, in the order of the page; amounts in whole units, ROI in percent as there.
public enum AdReportCSV {
    /// The whole file: a line of titles, one for each row, one for the others, one for the total.
    public static func text(_ report: AdReport) -> String {
        let currency = report.currency
        let level = report.request.platform.name(of: report.request.level)
        let isKeyword = report.request.level == .keyword
        let figures =
            ["Impressions", "Clicks", "Cost", "CPC", "Contacts", "CPL"] + (report.hasConsults ? ["Consults"] : []) + [
                "Won", "Revenue", "CPA", "ROI (%)", "Currency", "Cost Apart", "Revenue Apart",
            ]
        let isCompared = report.totalCompared != nil
        let titles =
            [level, isKeyword ? "Match Type" : "ID"] + figures + (isCompared ? figures.map { $0 + " Before" } : [])
        func line(_ name: String, _ id: String?, _ figures: AdFigures, before: AdFigures?) -> String {
            let now = cells(figures, currency, hasConsults: report.hasConsults)
            let then = before.map { cells($0, currency, hasConsults: report.hasConsults) } ?? []
            return CSVLine.text([name, id] + now + then)
        }
        let rows = report.rows.map {
            line($0.name, isKeyword ? $0.matchType?.label : $0.platformID, $0.figures, before: $0.compared)
        }
        let other = report.other.map { line(AttributionRow.restName, nil, $0, before: report.otherCompared) } ?? ""
        return CSVLine.text(titles) + rows.joined() + other
            + line("Total", nil, report.total, before: report.totalCompared)
    }

    private static func cells(_ figures: AdFigures, _ currency: Currency, hasConsults: Bool) -> [String?] {
        func amount(_ minor: Int64?) -> String? { minor.map { "\(Money(minorUnits: $0, currency: currency).major)" } }
        let results = figures.results
        return [
            figures.spend.map { String($0.impressions) }, figures.spend.map { String($0.clicks) },
            amount(figures.cost), amount(figures.costPerClick), String(results.contacts), amount(figures.costPerLead),
        ] + (hasConsults ? [String(results.consults)] : []) + [
            String(results.won), amount(results.revenue), amount(figures.costPerAcquisition),
            figures.returnOnInvestment.map { String(($0 * 10_000).rounded() / 100) }, currency.rawValue,
            apart(figures.spend?.apart ?? []), apart(results.apart),
        ]
    }

    private static func apart(_ amounts: [Money]) -> String? {
        amounts.isEmpty ? nil : amounts.map { "\($0.major) \($0.currency)" }.joined(separator: "; ")
    }
}

extension AdReportRow {
    fileprivate var platformID: String? { if case .id(let id) = key { id } else { nil } }
}
