import Database

/// What an engine is best served with by whoever writes many small things.
struct IngestPace {
    /// So many transactions may be under way at once.
    let mostWriters: Int
    /// So many waiting events are worth a further transaction beside those that are under way.
    let worthAWriter: Int
    /// Whether a batch waits a moment for others that are on their way.
    let gathers: Bool

    init(_ dialect: Dialect) {
        switch dialect {
        case .sqlite:
            // One writes, one waits for its turn and takes whatever has come by then, the others wait for the disk: the
            // writer need not wait for anybody.
            (mostWriters, worthAWriter, gathers) = (3, 1, false)
        case .postgres:
            // To plan and send a transaction's statements costs about as much as the rows of ten events.
            (mostWriters, worthAWriter, gathers) = (3, 64, true)
        }
    }
}
