import Foundation
import Testing

@testable import CRM

@Suite struct ReportCalendarTests {
    static let zones = [
        "America/Sao_Paulo", "Europe/Berlin", "Australia/Lord_Howe", "Asia/Kathmandu", "Pacific/Apia", "America/Havana",
        "Africa/Cairo", "UTC",
    ]

    @Test(arguments: zones)
    func `a day begins with the first moment that Foundation's calendar puts into it`(_ name: String) throws {
        let zone = try #require(TimeZone(identifier: name))
        let calendar = ReportCalendar(zone: zone)
        var plain = Calendar(identifier: .gregorian)
        plain.timeZone = zone
        var dice = Dice(7)
        // Half a century of days that nobody chose, and every day of three years with much changing of clocks.
        let days = (0..<400).map { _ in dice.below(20_800) } + Array(14_900..<15_400) + Array(17_700..<18_000)
        for number in days {
            let start = calendar.start(of: CalendarDate(dayNumber: number))
            let date = CalendarDate(dayNumber: number)
            let (day, before) = (PlainAnswer.day(start, plain), PlainAnswer.day(start - 1, plain))
            #expect(before < date, "\(date)")
            // A day that a zone left out has no moment: it begins where the next one does.
            #expect(day == date || (day > date && calendar.start(of: date.adding(days: 1)) == start), "\(date)")
            #expect(calendar.day(of: start) == day)
            #expect(calendar.day(of: start - 1) == before)
        }
    }

    @Test(arguments: [
        (ReportPreset.today, "2026-11-22", "2026-11-22"), (.yesterday, "2026-11-21", "2026-11-21"),
        (.last7Days, "2026-11-16", "2026-11-22"), (.last28Days, "2026-10-26", "2026-11-22"),
        (.last30Days, "2026-10-24", "2026-11-22"), (.last90Days, "2026-08-25", "2026-11-22"),
        (.thisMonth, "2026-11-01", "2026-11-22"), (.lastMonth, "2026-10-01", "2026-10-31"),
        (.thisQuarter, "2026-10-01", "2026-11-22"), (.lastQuarter, "2026-07-01", "2026-09-30"),
        (.thisYear, "2026-01-01", "2026-11-22"), (.lastYear, "2025-01-01", "2025-12-31"),
        (.all, "2024-02-29", "2026-11-22"),
    ])
    func `a preset means these days`(_ preset: ReportPreset, _ first: String, _ last: String) throws {
        let today = try #require(CalendarDate("2026-11-22"))
        let days = preset.days(today: today, first: CalendarDate("2024-02-29"))
        #expect(days.first.rawValue == first)
        #expect(days.last.rawValue == last)
    }

    @Test(arguments: [
        ("2026-11-16", "2026-11-22", ReportComparison.previousPeriod, "2026-11-09", "2026-11-15"),
        ("2026-03-01", "2026-03-31", .previousPeriod, "2026-02-01", "2026-02-28"),
        ("2026-01-01", "2026-03-31", .previousPeriod, "2025-10-01", "2025-12-31"),
        ("2024-02-01", "2024-02-29", .previousYear, "2023-02-01", "2023-02-28"),
        ("2023-02-01", "2023-02-28", .previousYear, "2022-02-01", "2022-02-28"),
        ("2025-02-01", "2025-02-28", .previousYear, "2024-02-01", "2024-02-29"),
        ("2024-02-29", "2024-03-10", .previousYear, "2023-02-28", "2023-03-10"),
    ])
    func `days are compared with days like them`(
        _ first: String, _ last: String, _ comparison: ReportComparison, _ before: String, _ until: String
    ) throws {
        let days = ReportDays(from: try #require(CalendarDate(first)), to: try #require(CalendarDate(last)))
        let compared = comparison.days(before: days)
        #expect([compared.first.rawValue, compared.last.rawValue] == [before, until])
    }

    @Test func `weeks begin as the account says, and the first one with the range`() throws {
        let days = ReportDays(
            from: try #require(CalendarDate("2026-11-18")), to: try #require(CalendarDate("2026-12-01")))
        let zone = try #require(TimeZone(identifier: "UTC"))
        func weeks(_ start: Weekday) -> [String] {
            ReportCalendar(zone: zone, weekStart: start).buckets(.week, of: days).map(\.rawValue)
        }
        #expect(weeks(.monday) == ["2026-11-18", "2026-11-23", "2026-11-30"])
        #expect(weeks(.sunday) == ["2026-11-18", "2026-11-22", "2026-11-29"])
        #expect(weeks(.saturday) == ["2026-11-18", "2026-11-21", "2026-11-28"])
    }

    @Test func `every day of the calendar is found by its number and has the next weekday`() {
        var date = CalendarDate.first
        for number in -719_162...2_932_896 where number % 97 == 0 || number > 2_932_000 || number < -719_000 {
            date = CalendarDate(dayNumber: number)
            #expect(date.dayNumber == number)
            #expect(CalendarDate(date.rawValue) == date)
        }
        #expect(date.rawValue == "9999-12-31")
        #expect(CalendarDate.first.rawValue == "0001-01-01")
        #expect(CalendarDate(dayNumber: 20_779).weekday == .sunday)
        #expect(CalendarDate(dayNumber: .max).adding(days: 1) == CalendarDate.last)
    }
}
