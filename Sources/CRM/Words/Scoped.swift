/// A key within one account: nothing is ever looked up without the account it belongs to.
struct Scoped<Key: Hashable & Sendable>: Hashable, Sendable {
    let account: AccountID
    let key: Key

    init(_ account: AccountID, _ key: Key) {
        self.account = account
        self.key = key
    }
}

extension Scoped: Comparable where Key: Comparable {
    static func < (left: Self, right: Self) -> Bool {
        left.account == right.account ? left.key < right.key : left.account.rawValue < right.account.rawValue
    }
}
