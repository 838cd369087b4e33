/// Whether the database is away, and since when.
struct DatabaseOutage {
    enum Change: Equatable {
        /// The reason is a sentence for the operator.
        case begins(String)
        case ends(after: Duration)
    }

    private var since: ContinuousClock.Instant?

    var isOn: Bool { since != nil }

    /// Takes an answer in; nil when it changes nothing.
    mutating func takes(_ state: DatabaseState, at now: ContinuousClock.Instant) -> Change? {
        switch (since, state.problem) {
        case (nil, let problem?):
            since = now
            return .begins(problem)
        case (let begun?, nil):
            since = nil
            return .ends(after: now - begun)
        default:
            return nil
        }
    }
}
