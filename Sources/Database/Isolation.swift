/// How much a `write` on PostgreSQL is kept from what others commit meanwhile; on SQLite there is one writer at a time.
public enum Isolation: Sendable {
    /// Sees one moment. Whoever would overwrite what it has not seen is run again: no update is lost.
    case repeatableRead
    /// Sees what is committed when each statement begins: for a writer that locks what it reads.
    case readCommitted
    /// The same for a writer whose every statement finds its rows by a key: how it finds them is planned once, by the
    /// indexes, and not for each statement anew.
    case readCommittedByKey
}

/// How long one statement may run; PostgreSQL alone ends one that takes longer.
public enum TimeLimit: Sendable {
    case usual
    /// For what is known to be long: migrations, whole-table reads.
    case none
}
