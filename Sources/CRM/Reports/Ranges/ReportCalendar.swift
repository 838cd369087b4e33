import Foundation

/// How an account divides time: its zone, with everything that was ever decided about summer time there, and the day on
/// which its weeks begin.
public struct ReportCalendar: Sendable, Hashable {
    public let zone: TimeZone
    public let weekStart: Weekday

    public init(zone: TimeZone, weekStart: Weekday = .monday) {
        self.zone = zone
        self.weekStart = weekStart
    }

    /// The day that a moment falls on.
    public func day(of moment: Milliseconds) -> CalendarDate {
        CalendarDate(dayNumber: Self.days(seconds: local(Self.seconds(moment))))
    }

    /// The first moment of a day: midnight, or where the clock jumps over it, what comes after.
    public func start(of date: CalendarDate) -> Milliseconds {
        let midnight = date.dayNumber * Self.day
        var (low, high) = (midnight - Self.reach, midnight + Self.reach)
        let (before, after) = (local(low) - low, local(high) - high)
        if before == after { return Milliseconds(midnight - before) * .second }
        // The clock changes around this midnight: the moment from which on it is this day is found by halving.
        while high - low > 1 {
            let middle = low + (high - low) / 2
            if local(middle) >= midnight { high = middle } else { low = middle }
        }
        return Milliseconds(high) * .second
    }

    /// The moments of a range of days.
    public func range(of days: ReportDays) -> Range<Milliseconds> {
        let first = start(of: days.first)
        return first..<max(first, start(of: days.last.adding(days: 1)))
    }

    /// The first day of the bucket that a day falls into.
    func start(of bucket: TimeBucket, around date: CalendarDate) -> CalendarDate {
        switch bucket {
        case .day: date
        case .week: date.adding(days: -((date.weekday.number - weekStart.number + 7) % 7))
        case .month: date.startOfMonth
        }
    }

    /// The first days of the buckets of a range, in their order; the first of them begins with the range.
    func buckets(_ bucket: TimeBucket, of days: ReportDays) -> [CalendarDate] {
        var firsts: [CalendarDate] = []
        var date = days.first
        while date <= days.last {
            firsts.append(date)
            let start = start(of: bucket, around: date)
            let next =
                switch bucket {
                case .day: start.adding(days: 1)
                case .week: start.adding(days: 7)
                case .month: start.adding(months: 1)
                }
            guard next > date else { break }
            date = next
        }
        return firsts
    }

    private static let day = 86_400
    /// Further than any zone is away from Greenwich.
    private static let reach = 16 * 3_600

    private func local(_ seconds: Int) -> Int {
        seconds + zone.secondsFromGMT(for: Date(timeIntervalSince1970: Double(seconds)))
    }

    private static func seconds(_ moment: Milliseconds) -> Int { floor(Int(moment), 1_000) }

    private static func days(seconds: Int) -> Int { floor(seconds, day) }

    private static func floor(_ number: Int, _ divisor: Int) -> Int {
        number >= 0 ? number / divisor : -((divisor - 1 - number) / divisor)
    }
}
