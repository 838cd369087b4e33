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

/// How long one statement may run before it is ended: of reads on both engines, of writes on PostgreSQL.
///
/// SQLite's one writer is not hurried: what it had done by then would have to be done again, with everybody waiting.
public enum TimeLimit: Sendable {
    /// Half a minute until it is done, or until a walk along rows comes to the next ones.
    case usual
    /// For what is known to be long: migrations, whole-table reads.
    case none
}
