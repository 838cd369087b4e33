import Foundation

/// A month of the calendar in UTC: what a partition holds.
struct CalendarMonth: Sendable, Hashable, Comparable {
    let year: Int
    let month: Int

    private static let calendar: Calendar = {
        var calendar = Calendar(identifier: .gregorian)
        calendar.timeZone = .gmt
        return calendar
    }()

    /// The month of a moment.
    init(of moment: Milliseconds) {
        let parts = Self.calendar.dateComponents([.year, .month], from: moment.date)
        self.init(year: parts.year ?? 1970, month: parts.month ?? 1)
    }

    /// The month that ends the name of a partition: `page_views_y2026m11`.
    init?(partition name: String, of table: String) {
        guard let match = name.wholeMatch(of: /(.+)_y([0-9]{4})m([0-9]{2})/), match.1 == table,
            let year = Int(match.2), let month = Int(match.3), (1...12).contains(month)
        else { return nil }
        self.init(year: year, month: month)
    }

    private init(year: Int, month: Int) {
        self.year = year
        self.month = month
    }

    func partition(of table: String) -> String {
        "\(table)_y\(Self.padded(year, to: 4))m\(Self.padded(month, to: 2))"
    }

    private static func padded(_ number: Int, to width: Int) -> String {
        let digits = String(number)
        return String(repeating: "0", count: max(0, width - digits.count)) + digits
    }

    /// The first moment of it.
    var start: Milliseconds {
        Self.calendar.date(from: DateComponents(year: year, month: month)).map(Milliseconds.init) ?? 0
    }

    /// The first moment after it.
    var end: Milliseconds { adding(1).start }

    func adding(_ months: Int) -> CalendarMonth {
        let count = year * 12 + month - 1 + months
        return CalendarMonth(year: count / 12, month: count % 12 + 1)
    }

    static func < (left: CalendarMonth, right: CalendarMonth) -> Bool {
        (left.year, left.month) < (right.year, right.month)
    }

    /// The same day and time of an earlier month, or that month's last day.
    static func moment(_ months: Int, before now: Milliseconds) -> Milliseconds {
        calendar.date(byAdding: .month, value: -months, to: now.date).map(Milliseconds.init) ?? .min
    }
}
