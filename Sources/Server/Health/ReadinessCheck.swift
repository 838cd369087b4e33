/// What has to hold for a server to take traffic.
enum ReadinessCheck: String, CaseIterable {
    /// It has not been told to stop.
    case running
    /// The database commits a write within the time limit.
    case database
    /// The database's tables are those that this program knows.
    case schema
    /// There is room for more events.
    case queue
}

/// How a check went. A problem is a sentence for the operator: no host, no path, nothing that was sent.
struct ReadinessFinding: Sendable, Equatable {
    let check: ReadinessCheck
    /// Nil when all is well.
    let problem: String?
}
