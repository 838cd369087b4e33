extension TimeBucket {
    /// The buckets in which a line over these days can be read.
    public static func fitting(_ days: ReportDays) -> TimeBucket {
        switch days.count {
        case ...45: .day
        case ...190: .week
        default: .month
        }
    }

    /// How many days the shortest of its kind has.
    var leastDays: Int {
        switch self {
        case .day: 1
        case .week: 7
        case .month: 28
        }
    }
}
