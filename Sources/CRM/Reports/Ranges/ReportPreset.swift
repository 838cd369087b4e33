/// A range that follows the calendar: what it means depends on today.
public enum ReportPreset: String, CaseIterable, Sendable, Codable {
    case today, yesterday
    /// So many days, today the last of them.
    case last7Days, last28Days, last30Days, last90Days
    case thisMonth, lastMonth, thisQuarter, lastQuarter, thisYear, lastYear
    /// From the first day of which anything is known.
    case all

    public var label: String {
        switch self {
        case .today: "Today"
        case .yesterday: "Yesterday"
        case .last7Days: "Last 7 days"
        case .last28Days: "Last 28 days"
        case .last30Days: "Last 30 days"
        case .last90Days: "Last 90 days"
        case .thisMonth: "This month"
        case .lastMonth: "Last month"
        case .thisQuarter: "This quarter"
        case .lastQuarter: "Last quarter"
        case .thisYear: "This year"
        case .lastYear: "Last year"
        case .all: "All time"
        }
    }

    /// Its days; what has begun ends today.
    ///
    /// - Parameter first: the first day of which anything is known; nil when nothing is.
    public func days(today: CalendarDate, first: CalendarDate?) -> ReportDays {
        switch self {
        case .today: ReportDays(from: today, to: today)
        case .yesterday: ReportDays(from: today.adding(days: -1), to: today.adding(days: -1))
        case .last7Days: ReportDays(from: today.adding(days: -6), to: today)
        case .last28Days: ReportDays(from: today.adding(days: -27), to: today)
        case .last30Days: ReportDays(from: today.adding(days: -29), to: today)
        case .last90Days: ReportDays(from: today.adding(days: -89), to: today)
        case .thisMonth: ReportDays(from: today.startOfMonth, to: today)
        case .lastMonth: Self.months(1, from: today.startOfMonth.adding(months: -1))
        case .thisQuarter: ReportDays(from: Self.quarter(today), to: today)
        case .lastQuarter: Self.months(3, from: Self.quarter(today).adding(months: -3))
        case .thisYear: ReportDays(from: Self.year(today), to: today)
        case .lastYear: Self.months(12, from: Self.year(today).adding(months: -12))
        case .all: ReportDays(from: min(first ?? today, today), to: today)
        }
    }

    private static func months(_ count: Int, from first: CalendarDate) -> ReportDays {
        ReportDays(from: first, to: first.adding(months: count - 1).endOfMonth)
    }

    private static func quarter(_ day: CalendarDate) -> CalendarDate {
        day.startOfMonth.adding(months: -((day.month - 1) % 3))
    }

    private static func year(_ day: CalendarDate) -> CalendarDate { day.startOfMonth.adding(months: 1 - day.month) }
}
