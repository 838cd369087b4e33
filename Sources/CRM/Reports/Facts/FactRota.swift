import Synchronization

/// Whose turn it is: an account of which a turn has left something undone comes after all others.
///
/// So a mass of changes in one account does not hold up the reports of the others. Nothing of it is stored: another
/// process that gets the lease begins with the oldest marks.
final class FactRota: Sendable {
    private let state = Mutex<[AccountID]>([])

    /// The accounts that come last, in their order.
    var last: [AccountID] { state.withLock { $0 } }

    /// Of so many accounts it is remembered; of others the oldest marks decide again.
    private static let most = 16

    /// Notes of which accounts something was done, but not everything.
    func note(unfinished: [AccountID]) {
        state.withLock { $0 = ($0.filter { !unfinished.contains($0) } + unfinished).suffix(Self.most) }
    }

    /// Notes that nothing was left undone.
    func clear() { state.withLock { $0 = [] } }
}
