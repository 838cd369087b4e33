/// The row of the retention job: its lease, its place, and what it knows of the clock.
struct RetentionJob: Sendable {
    var leaseOwner: String?
    var leaseUntil: Milliseconds
    var roundBeganAt: Milliseconds?
    /// Nil between two rounds.
    var place: RetentionPlace?
    var clock: RetentionClock
}
