import GRDB
import GRDBSQLite
import Synchronization

/// Copies the log of a database into its file beside the writer, who otherwise would do it, and every writer's caller wait
/// for it.
///
/// The writer goes on meanwhile, so that there is always a little left. It is the writer's to copy that, which takes a
/// moment: only then can the log begin anew, and it must, or it would grow without end.
final class SQLiteCheckpoints: Sendable {
    /// So many pages of log (32 MiB) are worth being copied: under load most of them change again before that.
    private static let worthCopying: CInt = 8_000
    /// The writer copies by itself when nobody else gets to it.
    private static let most: CInt = 32_000
    /// So little is left for the writer.
    private static let rest = 500
    private static let mostPasses = 5

    private enum State { case idle, copying, nearlyDone }

    private let state = Mutex(State.idle)
    /// A connection of its own, for the log belongs to the file and not to a connection.
    private let copier: DatabaseQueue

    init(path: String, _ configuration: Configuration) throws {
        copier = try DatabaseQueue(path: path, configuration: configuration)
    }

    /// Is told of each commit how long the log is; takes the place of SQLite's own counting.
    func watch(_ writer: GRDB.Database) {
        let context = Unmanaged.passUnretained(self).toOpaque()
        sqlite3_wal_hook(
            writer.sqliteConnection,
            { context, writer, _, pages in
                guard let context, let writer else { return SQLITE_OK }
                Unmanaged<SQLiteCheckpoints>.fromOpaque(context).takeUnretainedValue().committed(writer, pages)
                return SQLITE_OK
            }, context)
    }

    func close() throws { try copier.close() }

    private func committed(_ writer: OpaquePointer, _ pages: CInt) {
        guard pages >= Self.worthCopying else { return }
        let (copies, begins) = state.withLock { state in
            switch state {
            case .idle:
                state = .copying
                return (false, true)
            case .copying: return (pages >= Self.most, false)
            case .nearlyDone:
                state = .idle
                return (true, false)
            }
        }
        // What cannot be copied now, because somebody reads it, is copied another time.
        if copies { sqlite3_wal_checkpoint_v2(writer, nil, SQLITE_CHECKPOINT_PASSIVE, nil, nil) }
        if begins { copier.asyncWriteWithoutTransaction { self.copy($0) } }
    }

    private func copy(_ database: GRDB.Database) {
        for _ in 1...Self.mostPasses {
            var pages: CInt = 0
            var copied: CInt = 0
            let code = sqlite3_wal_checkpoint_v2(
                database.sqliteConnection, nil, SQLITE_CHECKPOINT_PASSIVE, &pages, &copied)
            if code != SQLITE_OK || Int(pages - copied) < Self.rest { break }
        }
        state.withLock { $0 = .nearlyDone }
    }
}
