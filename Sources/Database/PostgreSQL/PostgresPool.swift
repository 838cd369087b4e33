import Dispatch
import Synchronization

/// The connections to a server. Who finds none free waits in line, for a bounded time.
final class PostgresPool: Sendable {
    private struct Waiter {
        let id: UInt64
        let since: ContinuousClock.Instant
        let continuation: CheckedContinuation<PostgresSession, any Error>
    }

    private struct State {
        var idle: [PostgresSession] = []
        /// First come, first served.
        var waiters: [Waiter] = []
        var nextWaiter: UInt64 = 0
        var isClosed = false
        var statistics: PoolStatistics

        mutating func discardIdle() {
            statistics.broken += 1
            statistics.open -= idle.count
            idle = []
        }
    }

    private let address: PostgresAddress
    private let longestWait: Duration
    private let state: Mutex<State>

    init(_ address: PostgresAddress, size: Int, longestWait: Duration) {
        self.address = address
        self.longestWait = longestWait
        state = Mutex(State(statistics: PoolStatistics(size: max(1, size))))
    }

    var statistics: PoolStatistics {
        state.withLock { state in
            var statistics = state.statistics
            statistics.inUse = statistics.open - state.idle.count
            statistics.waiting = state.waiters.count
            return statistics
        }
    }

    func count(_ change: @Sendable (inout PoolStatistics) -> Void) {
        state.withLock { change(&$0.statistics) }
    }

    /// - Throws: `DatabaseError.poolExhausted`, `DatabaseError.closed`, or that the task was cancelled.
    func take() async throws -> PostgresSession {
        let id = state.withLock { state in
            state.nextWaiter += 1
            return state.nextWaiter
        }
        return try await withTaskCancellationHandler {
            try await withCheckedThrowingContinuation { enter(id, $0) }
        } onCancel: {
            leave(id, with: CancellationError())
        }
    }

    /// Puts a session back; one that is of no use any more makes room for another.
    ///
    /// With one that broke go all that are idle: most often the whole server has gone.
    func put(_ session: PostgresSession, _ condition: PostgresSession.State) {
        let next: (waiter: Waiter, session: PostgresSession)? = state.withLock { state in
            if condition == .broken { state.discardIdle() }
            guard !state.isClosed, !state.waiters.isEmpty else {
                if condition == .usable, !state.isClosed {
                    state.idle.append(session)
                } else {
                    state.statistics.open -= 1
                }
                return nil
            }
            let waiter = state.waiters.removeFirst()
            state.statistics.waited += waiter.since.duration(to: .now)
            return (waiter, condition == .usable ? session : PostgresSession(address))
        }
        if let next { next.waiter.continuation.resume(returning: next.session) }
    }

    func close() {
        let waiters = state.withLock { state in
            state.isClosed = true
            state.statistics.open -= state.idle.count
            state.idle = []
            defer { state.waiters = [] }
            return state.waiters
        }
        for waiter in waiters { waiter.continuation.resume(throwing: DatabaseError.closed) }
    }

    private enum Entry {
        case session(PostgresSession)
        case refused(any Error)
        case waits
    }

    private func enter(_ id: UInt64, _ continuation: CheckedContinuation<PostgresSession, any Error>) {
        let entry: Entry = state.withLock { state in
            if state.isClosed { return .refused(DatabaseError.closed) }
            if let session = state.idle.popLast() { return .session(session) }
            if state.statistics.open < state.statistics.size {
                state.statistics.open += 1
                return .session(PostgresSession(address))
            }
            // Asked under the lock: whoever cancels now finds the waiter in line.
            if Task.isCancelled { return .refused(CancellationError()) }
            state.waiters.append(Waiter(id: id, since: .now, continuation: continuation))
            state.statistics.waits += 1
            return .waits
        }
        switch entry {
        case .session(let session): continuation.resume(returning: session)
        case .refused(let error): continuation.resume(throwing: error)
        case .waits: limitWait(of: id)
        }
    }

    private func limitWait(of id: UInt64) {
        let milliseconds = Int(longestWait / .milliseconds(1))
        DispatchQueue.global().asyncAfter(deadline: .now() + .milliseconds(milliseconds)) { [weak self] in
            self?.leave(id, with: DatabaseError.poolExhausted)
        }
    }

    private func leave(_ id: UInt64, with error: any Error) {
        let waiter: Waiter? = state.withLock { state in
            guard let index = state.waiters.firstIndex(where: { $0.id == id }) else { return nil }
            let waiter = state.waiters.remove(at: index)
            state.statistics.waited += waiter.since.duration(to: .now)
            if error is DatabaseError { state.statistics.timeouts += 1 }
            return waiter
        }
        waiter?.continuation.resume(throwing: error)
    }
}
