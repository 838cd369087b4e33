import GRDB
import GRDBSQLite

/// Ends a statement of one `read` that answers nothing for too long, as PostgreSQL's `statement_timeout` does.
///
/// What is counted is the time until the next row: a walk over a large table goes on as long as rows come.
final class SQLiteClock {
    private let connection: OpaquePointer?
    private let longest: Duration
    /// When SQLite was first seen at work on what is asked for now.
    private var since: ContinuousClock.Instant?

    /// How many of SQLite's instructions lie between two looks at the clock: some tenths of a millisecond.
    private static let stride: CInt = 20_000

    init(_ database: GRDB.Database, longest: Duration) {
        connection = database.sqliteConnection
        self.longest = longest
        sqlite3_progress_handler(
            connection, Self.stride,
            { clock in
                // One that is not zero ends the statement with SQLITE_INTERRUPT.
                clock.map { Unmanaged<SQLiteClock>.fromOpaque($0).takeUnretainedValue().isOver } == true ? 1 : 0
            }, Unmanaged.passUnretained(self).toOpaque())
    }

    deinit { stop() }

    /// The connection goes back to the pool, where nobody counts.
    func stop() { sqlite3_progress_handler(connection, 0, nil, nil) }

    /// Another statement begins, or a row has come.
    func restart() { since = nil }

    private var isOver: Bool {
        let now = ContinuousClock.now
        guard let since else {
            since = now
            return false
        }
        return now - since > longest
    }
}
