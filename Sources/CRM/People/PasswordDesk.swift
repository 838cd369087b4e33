import Dispatch
import Synchronization

/// Derives passwords one after the other on a thread of its own: a try takes a good part of a second and 32 MiB, and must
/// keep nobody else waiting for a thread.
final class PasswordDesk: Sendable {
    private let queue = DispatchQueue(label: "headwater.passwords", qos: .userInitiated)
    private let waiting = Mutex(0)
    private let most: Int

    /// - Parameter most: how many may wait before others are sent away.
    init(most: Int = 16) { self.most = most }

    /// Runs `work` when its turn comes; nil when too many wait already.
    func run<Value: Sendable>(_ work: @escaping @Sendable () throws -> Value) async throws -> Value? {
        guard take() else { return nil }
        defer { waiting.withLock { $0 -= 1 } }
        return try await withCheckedThrowingContinuation { continuation in
            queue.async { continuation.resume(with: Result(catching: work)) }
        }
    }

    private func take() -> Bool {
        waiting.withLock { count in
            guard count < most else { return false }
            count += 1
            return true
        }
    }
}
