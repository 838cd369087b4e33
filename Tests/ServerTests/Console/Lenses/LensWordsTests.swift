import Attribution
import CRM
import Testing

@testable import Server

/// What the page of lenses is made of, without a request.
@Suite struct LensWordsTests {
    /// Monday, 2 November 2026, 09:00 UTC; New York put its clocks back the day before.
    private static let now: Milliseconds = 1_793_610_000_000

    @Test(arguments: [
        (LensPeriod.last7, "UTC", "2026-10-27T00:00:00.000Z"), (.last7, "America/New_York", "2026-10-27T04:00:00.000Z"),
        (.last30, "UTC", "2026-10-04T00:00:00.000Z"), (.last90, "UTC", "2026-08-05T00:00:00.000Z"),
        (.thisMonth, "America/New_York", "2026-11-01T04:00:00.000Z"), (.thisMonth, "UTC", "2026-11-01T00:00:00.000Z"),
        (.lastMonth, "UTC", "2026-10-01T00:00:00.000Z"), (.lastMonth, "Asia/Kolkata", "2026-09-30T18:30:00.000Z"),
        (.thisYear, "UTC", "2026-01-01T00:00:00.000Z"), (.all, "UTC", "1970-01-01T00:00:00.000Z"),
        (.last7, "Mars/Olympus", "2026-10-27T00:00:00.000Z"),
    ])
    func `a period begins with a day of the account's zone`(period: LensPeriod, zone: String, start: String) {
        let range = period.range(before: Self.now, in: zone)
        #expect(range.lowerBound.iso8601 == start)
        #expect(range.contains(Self.now) == (period != .lastMonth))
    }

    @Test func `last month ends where this one begins`() {
        let last = LensPeriod.lastMonth.range(before: Self.now, in: "Europe/Berlin")
        #expect(last.upperBound == LensPeriod.thisMonth.range(before: Self.now, in: "Europe/Berlin").lowerBound)
    }

    @Test(arguments: [
        (0, 0, "0 %"), (0, 9, "0 %"), (9, 9, "100 %"), (1, 3, "33 %"), (1, 1_000, "under 1 %"), (999, 1_000, "99 %"),
    ])
    func `a share is told without claiming too much`(part: Int, whole: Int, text: String) {
        #expect(Percentage.text(part, of: whole) == text)
    }

    @Test func `an address without a word asks for the usual`() {
        let filter = LensFilter(FormBody(""))
        #expect(filter.period == .last90 && filter.position == .first)
        #expect(filter.first == .classic && filter.second == .ga4)
    }
}
