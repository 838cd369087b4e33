/// Writes a time as ISO 8601 in UTC, with milliseconds.
enum UTCTimestamp {
    private static let millisecondsPerDay: Int64 = 86_400_000

    static func text(milliseconds: Int64) -> String {
        let (quotient, remainder) = milliseconds.quotientAndRemainder(dividingBy: millisecondsPerDay)
        // Division rounds towards zero; a day begins before its times, also before 1970.
        let day = Int(remainder < 0 ? quotient - 1 : quotient)
        let inDay = Int(remainder < 0 ? remainder + millisecondsPerDay : remainder)
        let (year, month, date) = civil(day: day)
        let clock = [inDay / 3_600_000, inDay / 60_000 % 60, inDay / 1_000 % 60].map { padded($0, 2) }
        return "\(padded(year, 4))-\(padded(month, 2))-\(padded(date, 2))T\(clock.joined(separator: ":"))."
            + "\(padded(inDay % 1_000, 3))Z"
    }

    /// The Gregorian date of a day counted from 1970-01-01, reckoned in years that begin in March.
    private static func civil(day: Int) -> (year: Int, month: Int, date: Int) {
        let shifted = day + 719_468
        let era = (shifted >= 0 ? shifted : shifted - 146_096) / 146_097
        let dayOfEra = shifted - era * 146_097
        let yearOfEra = (dayOfEra - dayOfEra / 1_460 + dayOfEra / 36_524 - dayOfEra / 146_096) / 365
        let dayOfYear = dayOfEra - (365 * yearOfEra + yearOfEra / 4 - yearOfEra / 100)
        let marchMonth = (5 * dayOfYear + 2) / 153
        let month = marchMonth < 10 ? marchMonth + 3 : marchMonth - 9
        return (yearOfEra + era * 400 + (month <= 2 ? 1 : 0), month, dayOfYear - (153 * marchMonth + 2) / 5 + 1)
    }

    private static func padded(_ number: Int, _ width: Int) -> String {
        let digits = String(number)
        return String(repeating: "0", count: max(0, width - digits.count)) + digits
    }
}
