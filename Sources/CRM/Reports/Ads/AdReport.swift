/// An ads report: what was spent on the rows of a level, and what came of it.
public struct AdReport: Sendable, Equatable {
    public let request: AdReportRequest
    public let currency: Currency
    /// The opened things' names, outermost first.
    public let crumbs: [String]
    /// Sorted; at most as many as were asked for.
    public let rows: [AdReportRow]
    /// The rows that are not shown, together.
    public let other: AdFigures?
    public let otherCount: Int
    /// The sum of the rows and of the others.
    public let total: AdFigures
    /// The most expensive first; of all rows, also of those that are not shown.
    public let spendWithoutLeads: [AdReportRow]
    /// Those with the most contacts first.
    public let leadsWithoutSpend: [AdReportRow]
    /// Whether the account has any appointment: without one the column says nothing.
    public let hasConsults: Bool

    /// How many rows the two lists have.
    static let longestList = 50

    init(_ request: AdReportRequest, _ join: AdJoin, currency: Currency, hasConsults: Bool) {
        self.request = request
        self.currency = currency
        self.hasConsults = hasConsults
        crumbs = request.path.enumerated().map { depth, key in
            let siblings = join.rows(.campaigns, below: Array(request.path.prefix(depth)))
            return siblings.first { $0.key == key }?.name ?? key.text
        }
        let found = join.rows(request.division, below: request.path)
        let all = request.sort.sorted(found, descending: request.descending)
        rows = Array(all.prefix(request.limit))
        let left = all.dropFirst(request.limit)
        otherCount = left.count
        other = left.isEmpty ? nil : Self.sum(left)
        total = Self.sum(all)
        spendWithoutLeads = Array(
            AdSort.cost.sorted(all.filter(\.isSpendWithoutLeads), descending: true).prefix(Self.longestList))
        leadsWithoutSpend = Array(
            AdSort.contacts.sorted(all.filter(\.isLeadWithoutSpend), descending: true).prefix(Self.longestList))
    }

    private static func sum(_ rows: some Sequence<AdReportRow>) -> AdFigures {
        let spends = rows.compactMap(\.figures.spend)
        return AdFigures(spend: spends.isEmpty ? nil : spends.sum, results: rows.lazy.map(\.figures.results).sum)
    }
}
