/// What an import came to, as its row keeps it: of the lines that were left, as many as are looked at.
struct AdCostReportDocument: Codable {
    let platform: AdPlatform
    let linesRead: Int
    let first: String?
    let last: String?
    let levels: [String: Int]
    let impressions: Int64
    let clicks: Int64
    /// By currency, in minor units.
    let spent: [String: Int64]
    let tally: AdCostTally
    let left: [AdCostLine]
    let leftCount: Int
    let refusedCount: Int

    init(_ report: AdCostReport) {
        platform = report.platform
        linesRead = report.linesRead
        first = report.days?.first.rawValue
        last = report.days?.last.rawValue
        levels = Dictionary(uniqueKeysWithValues: report.levels.map { ($0.rawValue, $1) })
        impressions = report.impressions
        clicks = report.clicks
        spent = Dictionary(uniqueKeysWithValues: report.spent.map { ($0.currency.rawValue, $0.minorUnits) })
        var tally = report.tally
        // They are among the lines by now.
        tally.ambiguous = []
        self.tally = tally
        left = report.leftToShow
        leftCount = report.leftCount
        refusedCount = report.refusedCount
    }
}
