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
    /// The same of the days that are compared with.
    public let otherCompared: AdFigures?
    public let otherCount: Int
    /// The sum of the rows and of the others.
    public let total: AdFigures
    public let totalCompared: AdFigures?
    /// The most expensive first; of all rows, also of those that are not shown. None while filters hold: somebody may
    /// have come who does not pass them.
    public let spendWithoutLeads: [AdReportRow]
    /// Those with the most contacts first.
    public let leadsWithoutSpend: [AdReportRow]
    /// Whether the account has any appointment: without one the column says nothing.
    public let hasConsults: Bool
    /// Rules that not all of the figures speak by yet.
    public internal(set) var rulesUnderway: RulesUnderway?

    /// How many rows the two lists have.
    static let longestList = 50

    init(
        _ request: AdReportRequest, _ join: AdJoin, comparedWith before: AdJoin?, currency: Currency, hasConsults: Bool
    ) {
        self.request = request
        self.currency = currency
        self.hasConsults = hasConsults
        crumbs = request.path.enumerated().map { depth, key in
            let siblings = join.rows(.campaigns, below: Array(request.path.prefix(depth)))
            return siblings.first { $0.key == key }?.name ?? key.text
        }
        var found = join.rows(request.division, below: request.path)
        let comparison = before.map { AdComparison(request, now: join, before: $0) }
        if let comparison { found = found.map(comparison.completed) }
        let (shown, others) = request.divided(found)
        rows = shown
        otherCount = others.count
        other = others.isEmpty ? nil : others.lazy.map(\.figures).sum
        otherCompared = others.isEmpty ? nil : comparison?.rest(beside: shown)
        total = found.lazy.map(\.figures).sum
        totalCompared = comparison?.total
        let idle = request.filters.isEmpty ? found.filter(\.isSpendWithoutLeads) : []
        spendWithoutLeads = Array(AdSort.cost.sorted(idle, descending: true).prefix(Self.longestList))
        leadsWithoutSpend = Array(
            AdSort.contacts.sorted(found.filter(\.isLeadWithoutSpend), descending: true).prefix(Self.longestList))
    }
}
