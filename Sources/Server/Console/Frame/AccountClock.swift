import CRM
import Foundation

/// Tells times in the words of people, in the time zone of an account.
struct AccountClock: Sendable {
    let now: Milliseconds
    private let calendar: Calendar

    init(timeZone: String, now: Milliseconds) {
        self.now = now
        var calendar = Calendar(identifier: .gregorian)
        calendar.timeZone = TimeZone(identifier: timeZone) ?? .gmt
        self.calendar = calendar
    }

    /// `22 Nov 2026, 06:10`
    func moment(_ time: Milliseconds) -> Moment {
        Moment(iso: time.iso8601, text: "\(date(time)), \(hour(time))")
    }

    /// `22 Nov 2026`
    func date(_ time: Milliseconds) -> String {
        let parts = parts(time)
        return "\(parts.day ?? 0) \(name(of: parts, in: Self.months).prefix(3)) \(parts.year ?? 0)"
    }

    /// `06:10`
    func hour(_ time: Milliseconds) -> String {
        let parts = parts(time)
        return Self.two(parts.hour ?? 0) + ":" + Self.two(parts.minute ?? 0)
    }

    /// `06:10:09`
    func second(_ time: Milliseconds) -> String { hour(time) + ":" + Self.two(parts(time).second ?? 0) }

    /// The moment at which a day begins in the account's time zone.
    func start(of day: CalendarDate) -> Milliseconds {
        let parts = DateComponents(year: day.year, month: day.month, day: day.day)
        return calendar.date(from: parts).map { Milliseconds(calendar.startOfDay(for: $0)) } ?? 0
    }

    /// The moment at which a day is over, which is the next one's first.
    func end(of day: CalendarDate) -> Milliseconds {
        let next = calendar.date(byAdding: .day, value: 1, to: start(of: day).date)
        return next.map { Milliseconds(calendar.startOfDay(for: $0)) } ?? start(of: day)
    }

    /// Entries of one list that share this belong under one heading.
    func day(_ time: Milliseconds) -> DateComponents {
        calendar.dateComponents([.year, .month, .day], from: time.date)
    }

    /// `Today`, `Yesterday`, `Sunday, 22 November 2026`
    func dayName(_ time: Milliseconds) -> String {
        if day(time) == day(now) { return "Today" }
        if let yesterday = calendar.date(byAdding: .day, value: -1, to: now.date), day(time) == day(.init(yesterday)) {
            return "Yesterday"
        }
        let parts = parts(time)
        let weekday = Self.weekdays[((parts.weekday ?? 1) - 1) % 7]
        return "\(weekday), \(parts.day ?? 0) \(name(of: parts, in: Self.months)) \(parts.year ?? 0)"
    }

    /// `just now`, `4 minutes ago`, `6 days ago`
    func ago(_ time: Milliseconds) -> String {
        switch max(0, now - time) {
        case ..<Milliseconds.minute: "just now"
        case ..<Milliseconds.hour: Self.counted((now - time) / .minute, "minute") + " ago"
        case ..<Milliseconds.day: Self.counted((now - time) / .hour, "hour") + " ago"
        default: Self.counted((now - time) / .day, "day") + " ago"
        }
    }

    /// `less than a minute`, `6 minutes`, `2 hours`
    static func length(_ time: Milliseconds) -> String {
        switch time {
        case ..<Milliseconds.minute: "less than a minute"
        case ..<(2 * Milliseconds.hour): counted(time / .minute, "minute")
        default: counted(time / .hour, "hour")
        }
    }

    /// What `<input type="datetime-local">` shows: `2026-11-22T06:10`
    func control(_ time: Milliseconds) -> String {
        let parts = parts(time)
        let year = String(String(10_000 + (parts.year ?? 0)).suffix(4))
        return "\(year)-\(Self.two(parts.month ?? 1))-\(Self.two(parts.day ?? 1))T\(hour(time))"
    }

    /// The moment that such a control sends; nil for what it would not send.
    func time(ofControl text: String) -> Milliseconds? {
        let halves = text.split(separator: "T", omittingEmptySubsequences: false)
        guard halves.count == 2, let day = CalendarDate(String(halves[0])), (1970...9998).contains(day.year) else {
            return nil
        }
        let clock = halves[1].split(separator: ":").map { Int($0) }
        guard (2...3).contains(clock.count), let hour = clock[0], let minute = clock[1], (0..<24).contains(hour),
            (0..<60).contains(minute)
        else { return nil }
        let parts = DateComponents(year: day.year, month: day.month, day: day.day, hour: hour, minute: minute)
        return calendar.date(from: parts).map { Milliseconds($0) }
    }

    static func counted(_ count: Milliseconds, _ noun: String) -> String {
        Count.text(Int(count), noun)
    }

    private func parts(_ time: Milliseconds) -> DateComponents {
        calendar.dateComponents([.year, .month, .day, .weekday, .hour, .minute, .second], from: time.date)
    }

    private func name(of parts: DateComponents, in names: [String]) -> String {
        names[((parts.month ?? 1) - 1) % names.count]
    }

    private static func two(_ number: Int) -> String { (number < 10 ? "0" : "") + String(number) }

    private static let months = [
        "January", "February", "March", "April", "May", "June", "July", "August", "September", "October", "November",
        "December",
    ]
    private static let weekdays = ["Sunday", "Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday"]
}
