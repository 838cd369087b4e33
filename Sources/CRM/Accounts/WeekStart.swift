import Database

/// The day on which the weeks of an account's reports begin.
public enum WeekStart: String, Sendable, CaseIterable, SQLConvertible {
    case sunday, monday, saturday
}
