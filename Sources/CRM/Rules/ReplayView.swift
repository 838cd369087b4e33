import Database

/// What is counted by its source.
public enum ReplayView: String, Sendable, CaseIterable, SQLConvertible {
    /// Contacts by their first attribution.
    case first
    /// Contacts by their latest attribution.
    case latest
    /// Sessions.
    case touches
}
