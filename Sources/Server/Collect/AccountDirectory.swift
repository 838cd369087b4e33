import CRM
import Synchronization

/// The accounts that browsers name, kept for a second: what the edge needs to know of one changes rarely.
///
/// A change of an account's settings is seen at once by the node that makes it, and by the others within that second.
/// What decides how an event is attributed is read again in the transaction that stores it.
final class AccountDirectory: Sendable {
    private static let lifetime = Duration.seconds(1)
    /// Strangers make tracking ids up: so many are remembered at most.
    private static let most = 10_000
    private static let longest = 100

    private let accounts: Accounts
    private let known = Mutex<[String: Entry]>([:])

    private struct Entry {
        let account: Account?
        let until: ContinuousClock.Instant
        let changeCount: Int
    }

    init(_ accounts: Accounts) { self.accounts = accounts }

    func account(trackingID: String) async throws -> Account? {
        guard trackingID.utf8.count <= Self.longest else { return nil }
        if let entry = entry(trackingID) { return entry.account }
        let until = ContinuousClock.now + Self.lifetime
        let changeCount = accounts.changeCount
        let account = try await accounts.account(trackingID: trackingID)
        known.withLock { known in
            if known.count >= Self.most { known.removeAll() }
            known[trackingID] = Entry(account: account, until: until, changeCount: changeCount)
        }
        return account
    }

    /// The account, as far as it can be told without asking the database.
    func known(trackingID: String) -> Account? { entry(trackingID)?.account }

    private func entry(_ trackingID: String) -> Entry? {
        guard let entry = known.withLock({ $0[trackingID] }), entry.changeCount == accounts.changeCount,
            entry.until > .now
        else { return nil }
        return entry
    }
}
