import Foundation
import GRDB

/// The file of a SQLite database, as whoever keeps it sees it: to be copied, checked, counted.
public struct SQLiteFile: Sendable {
    public let path: String

    public init(path: String) { self.path = path }

    /// The file that `url` names; nil for another engine's.
    public init?(url: String) {
        guard url.hasPrefix("sqlite:") else { return nil }
        path = String(url.dropFirst("sqlite:".count))
    }

    /// Copies one consistent state into a file that is not there yet, while others read and write this one.
    ///
    /// It reads one snapshot from beginning to end, so writers are not kept waiting and what they write meanwhile is not
    /// in the copy. The copy is on the disk when this returns, whole in itself: without a `-wal` beside it.
    ///
    /// - Throws: `DatabaseError.cannotOpen` when this file is none; what SQLite says otherwise, of a full disk for one.
    public func copy(to destination: String) throws {
        let source = try open(readOnly: true)
        defer { try? source.close() }
        let copy = try SQLiteFile(path: destination).open(readOnly: false)
        try source.backup(to: copy)
        try copy.close()
        // The copy says that it is in WAL mode, as its original was: opened anew, it can be brought out of it.
        let copied = try SQLiteFile(path: destination).open(readOnly: false)
        try copied.writeWithoutTransaction { try $0.execute(sql: "pragma journal_mode = delete") }
        try copied.close()
        let handle = try FileHandle(forWritingTo: URL(fileURLWithPath: destination))
        defer { try? handle.close() }
        try handle.synchronize()
    }

    /// What SQLite finds wrong with the file; empty when all is well.
    ///
    /// - Parameter thoroughly: also whether every index has what its table has, which takes several times as long.
    public func faults(thoroughly: Bool) throws -> [String] {
        let queue = try open(readOnly: true)
        defer { try? queue.close() }
        do {
            let check = thoroughly ? "integrity_check" : "quick_check"
            let found = try queue.read { try String.fetchAll($0, sql: "pragma \(check)(20)") }
            return found == ["ok"] ? [] : found
        } catch let error as GRDB.DatabaseError where error.resultCode == .SQLITE_CORRUPT {
            // Damage may be so great that the check itself does not get through it.
            return [error.message ?? "the database disk image is malformed"]
        }
    }

    public enum Contents: Sendable {
        case nothing
        case headwater
        /// Tables of another program.
        case other
    }

    /// Whose tables are in the file, which is changed in nothing.
    ///
    /// - Throws: `DatabaseError.cannotOpen` when it is no database at all, or none that can be read.
    public func contents() throws -> Contents {
        let queue = try open(readOnly: true)
        defer { try? queue.close() }
        do {
            return try queue.read { database in
                if try database.tableExists("schema_migrations") { return .headwater }
                return try GRDB.Row.fetchOne(database, sql: "select 1 from sqlite_schema limit 1") == nil
                    ? .nothing : .other
            }
        } catch {
            throw DatabaseError.cannotOpen(path: path, reason: SQLiteComplaint.text(error, at: path))
        }
    }

    /// How many rows tables have.
    public func counts(of tables: [String]) throws -> [Int] {
        let queue = try open(readOnly: true)
        defer { try? queue.close() }
        return try queue.read { database in
            try tables.map { try Int.fetchOne(database, sql: "select count(*) from \($0)") ?? 0 }
        }
    }

    /// Whether another process has the database open.
    public func isInUse() throws -> Bool {
        let queue = try open(readOnly: false)
        defer { try? queue.close() }
        do {
            // Whoever has a database in WAL mode open holds a lock that cannot be had alone beside it.
            try queue.writeWithoutTransaction { database in
                try database.execute(sql: "pragma busy_timeout = 0; pragma locking_mode = exclusive")
                try database.execute(sql: "begin immediate; rollback")
            }
            return false
        } catch let error as GRDB.DatabaseError where error.resultCode == .SQLITE_BUSY {
            return true
        }
    }

    private func open(readOnly: Bool) throws(DatabaseError) -> DatabaseQueue {
        var configuration = Configuration()
        configuration.readonly = readOnly
        configuration.busyMode = .timeout(10)
        do {
            return try DatabaseQueue(path: path, configuration: configuration)
        } catch {
            throw .cannotOpen(path: path, reason: SQLiteComplaint.text(error, at: path))
        }
    }
}
