import Dispatch
import Synchronization

/// The connections to a server. Who finds none free waits in line, for a bounded time.
final class PostgresPool: Sendable {
    typealias Claim = PostgresPoolState.Claim

    private let longestWait: Duration
    private let state: Mutex<PostgresPoolState>

    init(_ address: PostgresAddress, size: Int, longestWait: Duration) {
        self.longestWait = longestWait
        state = Mutex(PostgresPoolState(address, size: max(1, size)))
    }

    var statistics: PoolStatistics { state.withLock { $0.currentStatistics } }

    func count(_ change: @Sendable (inout PoolStatistics) -> Void) {
        state.withLock { change(&$0.statistics) }
    }

    /// - Throws: `DatabaseError.poolExhausted`, `DatabaseError.closed`, or that the task was cancelled.
    func take(_ claim: Claim) async throws -> PostgresSession {
        let id = state.withLock { $0.newID() }
        return try await withTaskCancellationHandler {
            try await withCheckedThrowingContinuation { continuation in
                enter(.init(id: id, claim: claim, since: .now, continuation: continuation))
            }
        } onCancel: {
            leave(id, with: CancellationError())
        }
    }

    /// Puts a session back; one that is of no use any more makes room for another.
    func put(_ session: PostgresSession, _ condition: PostgresSession.State, _ claim: Claim) {
        let changes = state.withLock { $0.put(session, condition, claim) }
        if let next = changes.next { next.waiter.continuation.resume(returning: next.session) }
        discard(changes.discarded)
    }

    func close() {
        let (waiters, discarded) = state.withLock { $0.close() }
        for waiter in waiters { waiter.continuation.resume(throwing: DatabaseError.closed) }
        discard(discarded)
    }

    /// Each takes its leave on its own thread: a server that does not answer holds up nobody.
    private func discard(_ sessions: [PostgresSession]) {
        for session in sessions { Task { await session.close() } }
    }

    private enum Entry {
        case session(PostgresSession)
        case refused(any Error)
        case waits
    }

    private func enter(_ waiter: PostgresPoolState.Waiter) {
        let entry: Entry = state.withLock { state in
            if state.isClosed { return .refused(DatabaseError.closed) }
            if let session = state.take(waiter.claim) { return .session(session) }
            // Asked under the lock: whoever cancels now finds the waiter in line.
            if Task.isCancelled { return .refused(CancellationError()) }
            state.wait(waiter)
            return .waits
        }
        switch entry {
        case .session(let session): waiter.continuation.resume(returning: session)
        case .refused(let error): waiter.continuation.resume(throwing: error)
        case .waits: limitWait(of: waiter.id)
        }
    }

    private func limitWait(of id: UInt64) {
        let milliseconds = Int(longestWait / .milliseconds(1))
        DispatchQueue.global().asyncAfter(deadline: .now() + .milliseconds(milliseconds)) { [weak self] in
            self?.leave(id, with: DatabaseError.poolExhausted)
        }
    }

    private func leave(_ id: UInt64, with error: any Error) {
        let waiter = state.withLock { state in
            let waiter = state.remove(id)
            if waiter != nil, error is DatabaseError { state.statistics.timeouts += 1 }
            return waiter
        }
        waiter?.continuation.resume(throwing: error)
    }
}
