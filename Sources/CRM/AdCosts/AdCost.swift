/// What one campaign, group, ad or keyword cost on one day.
public struct AdCost: Sendable, Equatable {
    public let platform: AdPlatform
    /// A day as the platform's account counts it.
    public let day: CalendarDate
    public let place: AdPlace
    public var impressions: Int64
    public var clicks: Int64
    public var cost: Money

    public init(
        platform: AdPlatform, day: CalendarDate, place: AdPlace, impressions: Int64, clicks: Int64, cost: Money
    ) {
        self.platform = platform
        self.day = day
        self.place = place
        self.impressions = impressions
        self.clicks = clicks
        self.cost = cost
    }

    /// More of anything in a day is a mistake, and of so many no sum overflows.
    public static let most: Int64 = 1_000_000_000_000

    /// Whether the day is one that costs can be of: where it is tomorrow already, the platform may say so.
    public static func accepts(_ day: CalendarDate, now: Milliseconds) -> Bool {
        day.year >= 2_000 && day <= AdCosts.tomorrow(now)
    }

    /// What may stand in one list only once.
    public var identity: AdCostIdentity { AdCostIdentity(key: AdCostKey(self, place.thing)) }
}

/// The day, the level and the thing of a cost.
public struct AdCostIdentity: Hashable, Sendable {
    let key: AdCostKey
}
