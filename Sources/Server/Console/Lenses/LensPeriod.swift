import CRM
import Foundation

/// The days whose new contacts are looked at, up to now.
enum LensPeriod: String, CaseIterable {
    case last7 = "last-7"
    case last30 = "last-30"
    case last90 = "last-90"
    case thisMonth = "this-month"
    case lastMonth = "last-month"
    case thisYear = "this-year"
    case all

    var label: String {
        switch self {
        case .last7: "Last 7 days"
        case .last30: "Last 30 days"
        case .last90: "Last 90 days"
        case .thisMonth: "This month"
        case .lastMonth: "Last month"
        case .thisYear: "This year"
        case .all: "All time"
        }
    }

    /// The moments of the period: whole days of the account's time zone, today up to now.
    func range(before now: Milliseconds, in timeZone: String) -> Range<Milliseconds> {
        var calendar = Calendar(identifier: .gregorian)
        calendar.timeZone = TimeZone(identifier: timeZone) ?? .gmt
        let end = now + 1
        switch self {
        case .last7: return Self.days(7, before: end, calendar)
        case .last30: return Self.days(30, before: end, calendar)
        case .last90: return Self.days(90, before: end, calendar)
        case .thisMonth: return Self.start(of: .month, at: now, calendar)..<end
        case .lastMonth:
            let thisMonth = Self.start(of: .month, at: now, calendar)
            return Self.start(of: .month, at: thisMonth - 1, calendar)..<thisMonth
        case .thisYear: return Self.start(of: .year, at: now, calendar)..<end
        case .all: return 0..<max(end, 1)
        }
    }

    /// Today and the days before it, `count` in all.
    private static func days(_ count: Int, before end: Milliseconds, _ calendar: Calendar) -> Range<Milliseconds> {
        let today = calendar.startOfDay(for: (end - 1).date)
        let first = calendar.date(byAdding: .day, value: 1 - count, to: today) ?? today
        return Milliseconds(first)..<end
    }

    private static func start(
        of unit: Calendar.Component, at moment: Milliseconds, _ calendar: Calendar
    ) -> Milliseconds {
        calendar.dateInterval(of: unit, for: moment.date).map { Milliseconds($0.start) } ?? moment
    }
}
