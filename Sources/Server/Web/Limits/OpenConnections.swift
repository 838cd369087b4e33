import Synchronization

/// How many connections are open.
final class OpenConnections: Sendable {
    private let most: Int
    private let open = Atomic(0)

    init(most: Int) { self.most = most }

    var count: Int { open.load(ordering: .relaxed) }

    /// From four fifths on, connections are given back sooner.
    var areShort: Bool { count >= most - most / 5 }

    func add() { open.wrappingAdd(1, ordering: .relaxed) }
    func remove() { open.wrappingSubtract(1, ordering: .relaxed) }
}
