/// How far back the health of tags is looked at, in days.
public enum TaggingPeriod: Int, Sendable, CaseIterable {
    case week = 7
    case month = 30
    case quarter = 90

    public var days: Int { rawValue }

    /// The first moment that is looked at.
    func start(before now: Milliseconds) -> Milliseconds { now - Milliseconds(days) * .day }
}
