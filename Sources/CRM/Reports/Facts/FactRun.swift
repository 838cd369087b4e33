/// What one turn of the refreshing of facts came to.
public struct FactRun: Sendable, Equatable {
    public enum State: Sendable, Equatable {
        /// There was nothing to do.
        case idle
        /// There is something to do, and another process does it.
        case elsewhere
        /// There is more to do.
        case hasMore
        /// What had changed when the turn began is in the facts now. Days may still be rolled up, which is not urgent:
        /// reports are right without.
        case caughtUp
    }

    public internal(set) var state: State
    /// How many marks are done with.
    public internal(set) var marks = 0
    /// How many rows were read for the parts that were made or mended.
    public internal(set) var rows = 0
    /// How many marks waited when the turn began, counted up to 20,000.
    public internal(set) var waiting = 0

    /// Whether no mark waits any more.
    var isThrough = false

    init(_ state: State) { self.state = state }

    mutating func count(_ builds: [FactBuild], marks: Int) {
        self.marks += marks
        rows += builds.reduce(0) { $0 + $1.rows }
    }
}
