import Synchronization

/// How many events are on their way to the database: past the limit a sender is told to come again, and keeps its event.
final class Backlog: Sendable {
    private let most: Int
    private let waiting = Mutex(0)

    init(most: Int) { self.most = most }

    /// Does the work unless too many events are waiting already.
    ///
    /// - Throws: `Refusal` (`overloaded`), or what the work throws.
    func admit<Value: Sendable>(_ count: Int, _ work: () async throws -> Value) async throws -> Value {
        let isAdmitted = waiting.withLock { waiting in
            guard waiting + count <= most else { return false }
            waiting += count
            return true
        }
        guard isAdmitted else { throw Refusal(.overloaded, retryAfter: 2) }
        defer { waiting.withLock { $0 -= count } }
        return try await work()
    }
}
