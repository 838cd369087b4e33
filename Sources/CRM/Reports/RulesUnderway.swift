/// Other rules have come into use, and not all that reports read speaks by them yet.
///
/// Until it does, figures may mix old and new verdicts: visits are read anew first, opportunities and wins last.
public struct RulesUnderway: Sendable, Equatable {
    /// When they came into use.
    public let since: Milliseconds
    /// Between 0 and 1, how much is done.
    public let share: Double
}
