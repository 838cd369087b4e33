import Database

/// A day of the week, in the order of ISO 8601.
public enum Weekday: String, CaseIterable, Sendable, SQLConvertible {
    case monday, tuesday, wednesday, thursday, friday, saturday, sunday

    /// The days on which the weeks of an account may begin.
    public static let weekStarts: [Weekday] = [.sunday, .monday, .saturday]

    public var label: String {
        switch self {
        case .monday: "Monday"
        case .tuesday: "Tuesday"
        case .wednesday: "Wednesday"
        case .thursday: "Thursday"
        case .friday: "Friday"
        case .saturday: "Saturday"
        case .sunday: "Sunday"
        }
    }

    /// As ISO 8601 counts: Monday is 1, Sunday is 7.
    public var number: Int {
        switch self {
        case .monday: 1
        case .tuesday: 2
        case .wednesday: 3
        case .thursday: 4
        case .friday: 5
        case .saturday: 6
        case .sunday: 7
        }
    }
}
