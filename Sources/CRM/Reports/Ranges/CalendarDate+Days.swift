/// Counting with days of the Gregorian calendar, which has no time zone and so no shorter or longer days.
extension CalendarDate {
    /// The last day that can be written with a year of four digits; what would lie behind it is this day.
    static let last = CalendarDate(dayNumber: 2_932_896)
    /// The first day of the year 1.
    static let first = CalendarDate(dayNumber: -719_162)

    /// Days since 1970-01-01.
    public var dayNumber: Int {
        // The year begins in March here, so that the day that not every year has is its last.
        let marchYear = month > 2 ? year : year - 1
        let monthOfYear = (month + 9) % 12
        let dayOfYear = (153 * monthOfYear + 2) / 5 + day - 1
        return 365 * marchYear + Self.floor(marchYear, 4) - Self.floor(marchYear, 100) + Self.floor(marchYear, 400)
            + dayOfYear - 719_468
    }

    /// The day that is so many days after 1970-01-01; the calendar's first or last day for what is beyond them.
    public init(dayNumber: Int) {
        let days = min(max(dayNumber, -719_162), 2_932_896) + 719_468
        let era = Self.floor(days, 146_097)
        let dayOfEra = days - era * 146_097
        let yearOfEra = (dayOfEra - dayOfEra / 1_460 + dayOfEra / 36_524 - dayOfEra / 146_096) / 365
        let dayOfYear = dayOfEra - (365 * yearOfEra + yearOfEra / 4 - yearOfEra / 100)
        let monthOfYear = (5 * dayOfYear + 2) / 153
        day = dayOfYear - (153 * monthOfYear + 2) / 5 + 1
        month = monthOfYear < 10 ? monthOfYear + 3 : monthOfYear - 9
        year = yearOfEra + era * 400 + (month <= 2 ? 1 : 0)
    }

    /// A day of a month; the month's last where it has no such day.
    init(year: Int, month: Int, upTo day: Int) {
        let next = CalendarDate(firstOfMonth: month + 1, year)
        let length = next.dayNumber - CalendarDate(firstOfMonth: month, year).dayNumber
        self.init(dayNumber: CalendarDate(firstOfMonth: month, year).dayNumber + min(day, max(1, length)) - 1)
    }

    /// The first day of a month; months before January and after December belong to the years around it.
    private init(firstOfMonth month: Int, _ year: Int) {
        let months = year * 12 + month - 1
        self.init(checkedYear: Self.floor(months, 12), month: months - Self.floor(months, 12) * 12 + 1)
    }

    private init(checkedYear: Int, month: Int) {
        guard (1...9999).contains(checkedYear) else {
            self = checkedYear < 1 ? .first : .last
            return
        }
        year = checkedYear
        self.month = month
        day = 1
    }

    public func adding(days: Int) -> CalendarDate { CalendarDate(dayNumber: dayNumber + days) }

    /// The same day of another month, or that month's last.
    func adding(months: Int) -> CalendarDate { CalendarDate(year: year, month: month + months, upTo: day) }

    /// The first day of 1970 was a Thursday.
    public var weekday: Weekday { Weekday.allCases[dayNumber + 3 - Self.floor(dayNumber + 3, 7) * 7] }

    var startOfMonth: CalendarDate { CalendarDate(firstOfMonth: month, year) }

    var endOfMonth: CalendarDate { CalendarDate(year: year, month: month, upTo: 31) }

    /// The quotient, rounded down also below zero.
    private static func floor(_ number: Int, _ divisor: Int) -> Int {
        number >= 0 ? number / divisor : -((divisor - 1 - number) / divisor)
    }
}
