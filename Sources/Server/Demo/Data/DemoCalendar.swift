import CRM
import Foundation

/// When people look at the sample website: by day of the week and hour of the day, in the business's own time zone.
struct DemoCalendar: Sendable {
    static let zoneName = "America/Chicago"
    /// How far back the sample data goes, in days.
    static let length = 61

    let now: Milliseconds
    private let calendar: Calendar

    init(now: Milliseconds) {
        self.now = now
        var calendar = Calendar(identifier: .gregorian)
        if let zone = TimeZone(identifier: Self.zoneName) { calendar.timeZone = zone }
        self.calendar = calendar
    }

    /// The moment at which the business opened its account.
    var start: Milliseconds { midnight(daysAgo: Self.length) }

    /// How many new visitors come on a day; slowly more as the weeks go by.
    func visitors(daysAgo: Int, _ random: inout DemoRandom) -> Int {
        let weekday = calendar.component(.weekday, from: midnight(daysAgo: daysAgo).date)
        let percent = [72, 98, 110, 112, 106, 92, 84][weekday - 1]
        let growth = 12 + (Self.length - daysAgo) / 12
        return growth * percent / 100 + random.number(0...4)
    }

    /// A moment of a day: few at night, most before noon and after work.
    func moment(daysAgo: Int, _ random: inout DemoRandom) -> Milliseconds {
        let perHour = [1, 1, 0, 0, 0, 1, 3, 6, 8, 9, 10, 10, 11, 9, 8, 8, 8, 9, 10, 12, 13, 12, 8, 4]
        let hour = random.pick(Array(perHour.indices)) { perHour[$0] } ?? 12
        return midnight(daysAgo: daysAgo) + Milliseconds(hour) * .hour + random.seconds(0...3_599)
    }

    /// The moment of a later visit, so many days after another one.
    func later(than moment: Milliseconds, by days: ClosedRange<Int>, _ random: inout DemoRandom) -> Milliseconds {
        moment + random.days(days) + random.seconds(-10_800...10_800)
    }

    /// What the calendar on the wall shows so many days ago.
    func date(daysAgo: Int) -> CalendarDate? {
        let parts = calendar.dateComponents([.year, .month, .day], from: midnight(daysAgo: daysAgo).date)
        guard let year = parts.year, let month = parts.month, let day = parts.day else { return nil }
        return CalendarDate("\(year)-\(month)-\(day)")
    }

    private func midnight(daysAgo: Int) -> Milliseconds {
        let today = calendar.startOfDay(for: now.date)
        return Milliseconds(calendar.date(byAdding: .day, value: -daysAgo, to: today) ?? today)
    }
}
