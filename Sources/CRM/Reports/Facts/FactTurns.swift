import Synchronization

/// Lets one turn at a time through, in the order in which they come: those of one process share its lease, so the lease
/// does not keep them apart.
final class FactTurns: Sendable {
    private struct State {
        var isTaken = false
        var waiting: [CheckedContinuation<Void, Never>] = []
    }

    private let state = Mutex(State())

    /// Runs `turn` when all those are over that came before it.
    func take<Value: Sendable>(_ turn: @Sendable () async throws -> Value) async throws -> Value {
        await enter()
        defer { leave() }
        return try await turn()
    }

    private func enter() async {
        await withCheckedContinuation { continuation in
            let isFree = state.withLock { state in
                if state.isTaken {
                    state.waiting.append(continuation)
                    return false
                }
                state.isTaken = true
                return true
            }
            if isFree { continuation.resume() }
        }
    }

    private func leave() {
        let next: CheckedContinuation<Void, Never>? = state.withLock { state in
            guard !state.waiting.isEmpty else {
                state.isTaken = false
                return nil
            }
            return state.waiting.removeFirst()
        }
        next?.resume()
    }
}
