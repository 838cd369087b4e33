import Synchronization

/// A number that rises and falls.
public final class Gauge: Sendable {
    private let level: Atomic<Int>

    public init(_ level: Int = 0) { self.level = Atomic(level) }

    public var value: Int { level.load(ordering: .relaxed) }

    public func set(_ value: Int) {
        level.store(value, ordering: .relaxed)
    }

    /// - Parameter amount: below zero when the level falls.
    public func add(_ amount: Int) {
        level.wrappingAdd(amount, ordering: .relaxed)
    }
}
