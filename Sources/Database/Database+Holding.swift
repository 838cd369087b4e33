import Dispatch
import Synchronization

extension Database {
    /// Runs `body` while nobody else, in this program or outside, can write to `tables`. Reads go on; who wants to write
    /// waits, or is told that the database is busy.
    ///
    /// - Throws: what `body` throws; `DatabaseError.holdLost` when others could write before it ended; of the fault
    ///   `.busy` when somebody has been writing for ten seconds.
    public func withoutOtherWriters<Value: Sendable>(
        to tables: [String], _ body: () async throws -> Value
    ) async throws -> Value {
        let hold = WriteHold()
        let (begun, begin) = AsyncThrowingStream<Void, any Error>.makeStream()
        let keeper = Task {
            do {
                try await write(.readCommitted, limit: .none) { connection in
                    try connection.lockAgainstWriters(tables)
                    try hold.keep { begin.yield() }
                }
                begin.finish()
            } catch {
                begin.finish(throwing: error)
                throw error
            }
        }
        defer { hold.release() }
        for try await _ in begun { break }
        // Whoever is cancelled hears of no beginning.
        try Task.checkCancellation()
        let value = try await body()
        hold.release()
        do {
            try await keeper.value
        } catch {
            throw DatabaseError.holdLost
        }
        return value
    }
}

extension Connection {
    fileprivate func lockAgainstWriters(_ tables: [String]) throws {
        // SQLite has locked all of them with the beginning of the transaction.
        guard dialect == .postgres else { return }
        try execute("set local lock_timeout = '10s'")
        try execute("lock table \(tables.joined(separator: ", ")) in share mode")
    }
}

/// Keeps one transaction open, on the thread of its connection, until it is released.
private final class WriteHold: Sendable {
    private enum State {
        case open
        case kept
        case released
    }

    private let state = Mutex(State.open)
    private let end = DispatchSemaphore(value: 0)

    /// - Throws: `DatabaseError.holdLost` when it was kept before: the transaction runs again because it was cut off.
    func keep(_ begun: () -> Void) throws {
        let found = state.withLock { state in
            defer { if state == .open { state = .kept } }
            return state
        }
        switch found {
        case .open:
            begun()
            end.wait()
        case .kept: throw DatabaseError.holdLost
        case .released: return
        }
    }

    func release() {
        let found = state.withLock { state in
            defer { state = .released }
            return state
        }
        if found == .kept { end.signal() }
    }
}
