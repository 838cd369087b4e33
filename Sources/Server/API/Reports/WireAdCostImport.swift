import CRM

/// What an import read, wrote and left.
struct WireAdCostImport: Encodable {
    let platform: String
    let linesRead: Int
    let created: Int
    let updated: Int
    let unchanged: Int
    /// Of these, what is in the cost of a campaign or a group already.
    let parts: Int
    @OrNull var from: String?
    @OrNull var to: String?
    let impressions: Int64
    let clicks: Int64
    let spent: [WireMoney]
    let leftCount: Int
    let refusedCount: Int
    /// The first thousand.
    let left: [Line]

    struct Line: Encodable {
        let line: Int
        let refused: Bool
        let reason: String
    }

    private static let mostLines = 1_000

    init(_ report: AdCostReport) {
        platform = report.platform.rawValue
        linesRead = report.linesRead
        created = report.tally.new
        updated = report.tally.changed
        unchanged = report.tally.same
        parts = report.tally.parts
        from = report.days?.first.rawValue
        to = report.days?.last.rawValue
        impressions = report.impressions
        clicks = report.clicks
        spent = report.spent.map(WireMoney.init)
        leftCount = report.leftCount
        refusedCount = report.refusedCount
        left = report.left.prefix(Self.mostLines).map {
            Line(line: $0.line, refused: $0.isRefused, reason: $0.text)
        }
    }
}
