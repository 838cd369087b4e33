/// What one run of the retention job came to.
public struct RetentionRun: Sendable, Equatable {
    public enum State: Sendable, Equatable {
        /// A round was done less than a day ago, or another process is at it.
        case idle
        /// The clock has leapt, or this is the first time: nothing goes before that moment.
        case waiting(until: Milliseconds)
        /// The budget is used up, and there is more to do.
        case hasMore
        /// The round is over.
        case finished
    }

    public internal(set) var state: State
    /// The rows that went, by table.
    public internal(set) var deleted: [String: Int] = [:]
    /// The partitions of a month that went as a whole.
    public internal(set) var droppedPartitions: [String] = []
    /// Partitions that could not be made or dropped just now; the next round tries again.
    public internal(set) var failedPartitions = 0
}
