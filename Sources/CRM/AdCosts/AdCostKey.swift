/// What tells a row of costs from others on its day and level: its thing, or its path of names.
struct AdCostKey: Sendable, Hashable {
    let platform: AdPlatform
    let day: CalendarDate
    let level: AdLevel
    let text: String

    init(platform: AdPlatform, day: CalendarDate, level: AdLevel, text: String) {
        self.platform = platform
        self.day = day
        self.level = level
        self.text = text
    }

    init(_ cost: AdCost, _ text: String) {
        self.init(platform: cost.platform, day: cost.day, level: cost.place.level, text: text)
    }
}

/// The order in which rows are written: no two imports wait for each other.
extension AdCostKey: Comparable {
    static func < (left: Self, right: Self) -> Bool {
        (left.platform.rawValue, left.day.rawValue, left.level.rawValue, left.text)
            < (right.platform.rawValue, right.day.rawValue, right.level.rawValue, right.text)
    }
}
