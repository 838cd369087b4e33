import Database

/// A day of the calendar, without a time zone: a birthday is the same day everywhere.
public struct CalendarDate: Hashable, Sendable, RawRepresentable, SQLConvertible, CustomStringConvertible {
    public let year: Int
    public let month: Int
    public let day: Int

    /// `YYYY-MM-DD`
    public var rawValue: String {
        [(year, 4), (month, 2), (day, 2)].map { number, width in
            String(repeating: "0", count: max(0, width - String(number).count)) + String(number)
        }.joined(separator: "-")
    }

    public var description: String { rawValue }

    public init?(rawValue: String) { self.init(rawValue) }

    /// Reads a date with the year first or last and any of `-`, `/`, `.` and `_` between its parts, a month before its day;
    /// a time of day behind a `T` is cut off. Nil for a day that no calendar has.
    public init?(_ text: String) {
        let parts = text.trimmed.prefix { $0 != "T" }
            .split(omittingEmptySubsequences: false) { "-/._".contains($0) }
        guard parts.count == 3, parts.allSatisfy({ $0.utf8.allSatisfy { (0x30...0x39).contains($0) } }) else {
            return nil
        }
        let numbers = parts.compactMap { $0.utf8.count <= 4 ? Int($0) : nil }
        guard numbers.count == 3 else { return nil }
        switch (parts[0].utf8.count, parts[2].utf8.count) {
        case (4, 1...2): (year, month, day) = (numbers[0], numbers[1], numbers[2])
        case (1...2, 4): (month, day, year) = (numbers[0], numbers[1], numbers[2])
        default: return nil
        }
        guard (1...9999).contains(year), (1...12).contains(month),
            (1...Self.days(of: month, in: year)).contains(day)
        else { return nil }
    }

    private static func days(of month: Int, in year: Int) -> Int {
        switch month {
        case 2: (year % 4 == 0 && year % 100 != 0) || year % 400 == 0 ? 29 : 28
        case 4, 6, 9, 11: 30
        default: 31
        }
    }
}
