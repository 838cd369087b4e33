/// Whether an account's facts are there.
struct FactReadiness: Sendable, Equatable {
    /// False until all that the account had when its facts were first asked for is in them.
    let isReady: Bool
    /// Between 0 and 1, how much of a first build, or of a rebuild, is done; 1 when none is going on.
    let share: Double
    /// When the rules came into use that not all of the facts speak by yet.
    var rulesSince: Milliseconds?
    /// The epoch of its dictionaries: another one after values were swept.
    var epoch = 0

    var underway: RulesUnderway? { rulesSince.map { RulesUnderway(since: $0, share: share) } }
}
