/// The stretches of days along a time axis; a week begins on the day that the account says.
public enum TimeBucket: String, CaseIterable, Sendable, Codable {
    case day, week, month
}
