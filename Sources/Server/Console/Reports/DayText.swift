import CRM

/// Days in the words of people; a day of the calendar has no time zone.
enum DayText {
    /// `22 Nov 2026`
    static func day(_ date: CalendarDate) -> String { "\(date.day) \(month(date)) \(date.year)" }

    /// `1 Nov – 22 Nov 2026`, `22 Nov 2026`
    static func range(_ days: ReportDays) -> String {
        guard days.first != days.last else { return day(days.first) }
        let first =
            days.first.year == days.last.year ? "\(days.first.day) \(month(days.first))" : day(days.first)
        return "\(first) – \(day(days.last))"
    }

    /// Under a time axis: `22 Nov`, for a month `Nov 2026`
    static func tick(_ date: CalendarDate, _ bucket: TimeBucket) -> String {
        bucket == .month ? "\(month(date)) \(date.year)" : "\(date.day) \(month(date))"
    }

    private static func month(_ date: CalendarDate) -> String {
        let months = [
            "Jan", "Feb", "Mar", "Apr", "May", "Jun", "Jul", "Aug", "Sep", "Oct", "Nov", "Dec",
        ]
        return months[(date.month - 1) % months.count]
    }
}
