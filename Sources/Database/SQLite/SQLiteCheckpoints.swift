import GRDB
import GRDBSQLite
import Synchronization

/// Copies the log of a database into its file beside the writer, who otherwise would do it, and every writer's caller wait
/// for it.
///
/// The writer goes on meanwhile, so that there is always a little left. It is the writer's to copy that, which takes a
/// moment: only then can the log begin anew, and it must, or it would grow without end. What somebody still reads cannot be
/// copied over: then there is more than a little left, and it is tried again when the log has grown. As long as one reader
/// always follows another before the first has ended, the log grows on.
final class SQLiteCheckpoints: Sendable {
    /// So many pages of log (32 MiB) are worth being copied: under load most of them change again before that.
    private static let worthCopying: CInt = 8_000
    /// With a longer log (256 MiB) the writer copies whatever is left.
    private static let most: CInt = 64_000
    /// It is tried again with so many pages more.
    private static let again: CInt = 2_000
    /// So little is left for the writer.
    private static let rest: CInt = 500
    private static let mostPasses = 8

    private enum State {
        /// Nobody copies until the log has so many pages.
        case idle(until: CInt)
        case copying
        case nearlyDone
    }

    private let state = Mutex(State.idle(until: worthCopying))
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
        let (copies, begins) = state.withLock { state in
            switch state {
            case .idle where pages < Self.worthCopying:
                // It may have begun anew.
                state = .idle(until: Self.worthCopying)
                return (false, false)
            case .idle(let least):
                if pages >= least { state = .copying }
                return (false, pages >= least)
            case .copying: return (false, false)
            case .nearlyDone:
                // Somebody may still read what is in the log, which then goes on.
                state = .idle(until: max(Self.worthCopying, pages + Self.again))
                return (true, false)
            }
        }
        // What cannot be copied now, because somebody reads it, is copied another time.
        if copies { sqlite3_wal_checkpoint_v2(writer, nil, SQLITE_CHECKPOINT_PASSIVE, nil, nil) }
        if begins { copier.asyncWriteWithoutTransaction { self.copy($0, pages) } }
    }

    /// - Parameter length: how many pages the log had when it was asked for.
    private func copy(_ database: GRDB.Database, _ length: CInt) {
        var (pages, copied): (CInt, CInt) = (0, 0)
        var isNearlyDone = false
        for _ in 1...Self.mostPasses {
            let before = pages
            let code = sqlite3_wal_checkpoint_v2(
                database.sqliteConnection, nil, SQLITE_CHECKPOINT_PASSIVE, &pages, &copied)
            guard code == SQLITE_OK else {
                // Another process is at it, or the disk is full.
                pages = length
                break
            }
            // `pages` is how long the log was when the pass began. One that had little to copy was short, and little was
            // written meanwhile.
            isNearlyDone = pages - before < Self.rest && pages - copied < Self.rest
            if isNearlyDone || copied <= before { break }
        }
        let isEnough = isNearlyDone || pages >= Self.most
        state.withLock { $0 = isEnough ? .nearlyDone : .idle(until: pages + Self.again) }
    }
}
