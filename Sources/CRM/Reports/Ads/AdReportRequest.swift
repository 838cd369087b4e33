import Attribution

/// Which ads report somebody wants to see.
public struct AdReportRequest: Hashable, Sendable {
    public let platform: AdPlatform
    public var division = AdDivision.campaigns
    public var position: AttributionPosition
    /// Of the account's time zone; a cost counts on the day that the platform says.
    public var days: ReportDays
    /// Days to compare with.
    public var compared: ReportDays?
    /// The campaign, and the group, that are opened; empty: the campaigns.
    public var path: [AdKey] = []
    /// On what contacts have; what the ads cost stays what it was.
    public var filters: [ReportFilter] = []
    public var sort = AdSort.cost
    public var descending = true
    /// How many rows are shown; the others are one.
    public var limit = 50

    public init(_ platform: AdPlatform, _ position: AttributionPosition, days: ReportDays) {
        self.platform = platform
        self.position = position
        self.days = days
    }

    public static let mostRows = 1_000
    /// A group is opened below its campaign.
    public static let deepest = 2
    /// With so many filters every figure still has its contacts.
    public static let mostFilters =
        ReportQuery.mostFilters - AdReportQueries.mostBelonging - 2 * (deepest + 1) - 1

    /// What the rows are.
    public var level: AdLevel {
        if division == .keywords { return .keyword }
        return [AdLevel.campaign, .group, .ad][min(path.count, Self.deepest)]
    }

    /// The rows that are shown, in their order, and those that are gathered as the others.
    func divided(_ rows: [AdReportRow]) -> (shown: [AdReportRow], others: [AdReportRow]) {
        let sorted = sort.sorted(rows, descending: descending)
        return (Array(sorted.prefix(limit)), Array(sorted.dropFirst(limit)))
    }

    /// - Throws: the first reason why it cannot be answered.
    func check() throws(ReportProblem) {
        if let strange = filters.first(where: { !$0.column.field.belongs(to: .contacts) }) {
            throw .strangeField(strange.column.field, .contacts)
        }
        guard filters.count <= Self.mostFilters else { throw .tooManyFilters }
    }
}
