import Attribution

/// Which ads report somebody wants to see.
public struct AdReportRequest: Hashable, Sendable {
    public let platform: AdPlatform
    public var division = AdDivision.campaigns
    public var position: AttributionPosition
    /// Of the account's time zone; a cost counts on the day that the platform says.
    public var days: ReportDays
    /// The campaign, and the group, that are opened; empty: the campaigns.
    public var path: [AdKey] = []
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

    /// What the rows are.
    public var level: AdLevel {
        if division == .keywords { return .keyword }
        return [AdLevel.campaign, .group, .ad][min(path.count, Self.deepest)]
    }
}
