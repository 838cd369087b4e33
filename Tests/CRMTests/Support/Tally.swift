import Synchronization

/// Adds up what several calls bring.
final class Tally: Sendable {
    private let state = Mutex(0)

    var sum: Int { state.withLock { $0 } }

    func add(_ count: Int) { state.withLock { $0 += count } }
}
