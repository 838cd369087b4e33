import Dispatch
import Foundation
import GRDB
import Synchronization

/// Brings what has been committed onto the disk: the log of a database (`-wal`) is written out once for all who wait for
/// it, while the next transactions go on.
///
/// With `synchronous = full` SQLite would do so at the end of each transaction, and its writer would stand still meanwhile
/// ([decision 19](../../../docs/decisions/0019-the-log-is-written-out-beside-the-writer.md)).
final class SQLiteLog: Sendable {
    private struct State {
        var waiting: [CheckedContinuation<Void, any Error>] = []
        var isAtWork = false
        var failure: DatabaseError?
    }

    private let state = Mutex(State())
    private let queue = DispatchQueue(label: "headwater.sqlite.log")
    /// The file stays the same for as long as anybody has the database open. SQLite's locks are on the other two files, so
    /// closing this does not free them.
    private let file: CInt

    /// - Parameter path: of the database; its log is there already.
    /// - Throws: `DatabaseError.cannotOpen`.
    init(path: String) throws(DatabaseError) {
        file = open(path + "-wal", O_RDWR | O_CLOEXEC)
        guard file >= 0 else { throw .cannotOpen(path: path + "-wal", reason: "\(Self.reason(errno)).") }
        // That there is such a file has to last as well.
        let folder = open(URL(filePath: path).deletingLastPathComponent().path, O_RDONLY | O_DIRECTORY | O_CLOEXEC)
        guard folder >= 0 else { return }
        fsync(folder)
        _ = Glibc.close(folder)
    }

    /// What was lost once may be missing from the middle of the log, and everything behind it would be lost with it.
    ///
    /// - Throws: `DatabaseError.diskFailed` from the first failure on.
    func check() throws(DatabaseError) {
        if let failure = state.withLock({ $0.failure }) { throw failure }
    }

    /// Writes the log once more, byte for byte as it is read, and out; to be called only while nobody writes to it.
    ///
    /// The system forgets that it has to write the pages of a write that failed. After this it knows it again.
    ///
    /// - Throws: `DatabaseError.diskFailed`; GRDB's when there is no room for it, or it cannot be read.
    func rewrite() throws {
        var bytes = [UInt8](repeating: 0, count: 1 << 20)
        var place: off_t = 0
        while true {
            let count = pread(file, &bytes, bytes.count, place)
            if count == 0 { break }
            // What there is no room for is written in part at first: the rest is what fails.
            let written = count < 0 ? count : pwrite(file, bytes, count, place)
            guard written > 0 else {
                throw GRDB.DatabaseError(resultCode: errno == ENOSPC ? .SQLITE_FULL : .SQLITE_IOERR)
            }
            place += off_t(written)
        }
        if fdatasync(file) != 0 { fail(DatabaseError.diskFailed(reason: Self.reason(errno))) }
        try check()
    }

    /// Returns when everything that was committed before the call is on the disk.
    ///
    /// - Throws: `DatabaseError.diskFailed`; what was committed may be lost, or not.
    func sync() async throws {
        try await withCheckedThrowingContinuation { continuation in
            let begins = state.withLock { state in
                state.waiting.append(continuation)
                defer { state.isAtWork = true }
                return !state.isAtWork
            }
            if begins { queue.async { self.work() } }
        }
    }

    /// What nobody waits for any more can be closed.
    func close() {
        queue.sync { _ = Glibc.close(file) }
    }

    private func work() {
        while let waiting = nextToServe() {
            if fdatasync(file) != 0 { fail(DatabaseError.diskFailed(reason: Self.reason(errno))) }
            let result = Result { try check() }
            for continuation in waiting { continuation.resume(with: result) }
        }
    }

    private func nextToServe() -> [CheckedContinuation<Void, any Error>]? {
        state.withLock { state in
            state.isAtWork = !state.waiting.isEmpty
            defer { state.waiting = [] }
            return state.isAtWork ? state.waiting : nil
        }
    }

    private func fail(_ failure: DatabaseError) {
        state.withLock { $0.failure = $0.failure ?? failure }
    }

    private static func reason(_ code: CInt) -> String { String(cString: strerror(code)) }
}
