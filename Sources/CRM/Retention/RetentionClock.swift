/// Whether the server's clock can be believed when it says that something is old.
///
/// A clock that leaps years ahead would have everything deleted. So after a leap, and before the very first round,
/// nothing goes for a day: time to set it right, or to say that page views are to be kept for longer.
struct RetentionClock: Sendable, Equatable {
    /// What the clock showed when it was looked at last; nil when it never was.
    var at: Milliseconds?
    /// Nothing goes before then.
    var resumesAt: Milliseconds?

    private static let leap: Milliseconds = 7 * .day
    private static let wait: Milliseconds = .day

    /// Looks at the clock; says whether it is believed.
    mutating func look(_ now: Milliseconds) -> Bool {
        let isLeap = at.map { now - $0 > Self.leap } ?? true
        at = now
        if isLeap { resumesAt = now + Self.wait }
        // A moment further off than the wait was set by a clock that has been put back since.
        guard let resumesAt, resumesAt - now <= Self.wait else { return true }
        return now >= resumesAt
    }
}
