/// A range of whole days of the account's calendar, both ends included.
public struct ReportDays: Hashable, Sendable {
    public let first: CalendarDate
    public let last: CalendarDate

    /// Nil when the last day is before the first.
    public init?(_ first: CalendarDate, _ last: CalendarDate) {
        guard first <= last else { return nil }
        self.first = first
        self.last = last
    }

    /// A range whose ends are known to be in order; were they not, the first day alone.
    init(from first: CalendarDate, to last: CalendarDate) {
        self.first = first
        self.last = max(first, last)
    }

    /// How many days it has.
    public var count: Int { last.dayNumber - first.dayNumber + 1 }
}

extension CalendarDate: Comparable {
    public static func < (left: CalendarDate, right: CalendarDate) -> Bool {
        (left.year, left.month, left.day) < (right.year, right.month, right.day)
    }
}
