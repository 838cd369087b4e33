import Attribution

/// What stands on a shelf, and what has to go when there is too much.
///
/// Books go by account, the one that was used longest ago first: all that judge the landings of one are used together.
struct ShelvedBooks {
    private var accounts: [AccountID: Books] = [:]
    private var replays: [Scoped<ReplayID>: (classifier: Classifier, usedAt: UInt64)] = [:]
    private var rules = 0
    /// Counts the uses.
    private var clock: UInt64 = 0
    /// How many books that nobody can read have been kept.
    private(set) var unreadable = 0

    private let accountLimit: Int
    private let ruleLimit: Int
    /// More replays than one a core hardly ever run.
    private static let replayLimit = 16

    private struct Books {
        var revisions: [Int: ShelvedBook] = [:]
        var usedAt: UInt64 = 0

        var rules: Int { revisions.values.reduce(0) { $0 + $1.classifier.rules.ownRules.count } }
    }

    init(accountLimit: Int, ruleLimit: Int) {
        self.accountLimit = accountLimit
        self.ruleLimit = ruleLimit
    }

    var accountCount: Int { accounts.count }
    var replayCount: Int { replays.count }

    mutating func book(_ account: AccountID, _ revision: Int) -> ShelvedBook? {
        guard let book = accounts[account]?.revisions[revision] else { return nil }
        clock += 1
        accounts[account]?.usedAt = clock
        return book
    }

    mutating func keep(_ book: ShelvedBook, _ account: AccountID, _ revision: Int) {
        if !book.isReadable { unreadable += 1 }
        clock += 1
        var books = accounts[account] ?? Books()
        rules -= books.rules
        books.revisions[revision] = book
        books.usedAt = clock
        rules += books.rules
        accounts[account] = books
        while accounts.count > 1, accounts.count > accountLimit || rules > ruleLimit { dropOldestAccount() }
    }

    /// Drops the books of an account that judge nothing any more.
    mutating func keep(only revisions: [Int], of account: AccountID) {
        guard var books = accounts[account], books.revisions.count > revisions.count else { return }
        rules -= books.rules
        books.revisions = books.revisions.filter { revisions.contains($0.key) }
        rules += books.rules
        accounts[account] = books
    }

    private mutating func dropOldestAccount() {
        guard let oldest = accounts.min(by: { $0.value.usedAt < $1.value.usedAt }) else { return }
        rules -= oldest.value.rules
        accounts[oldest.key] = nil
    }

    mutating func book(of replay: Scoped<ReplayID>) -> Classifier? {
        guard let found = replays[replay] else { return nil }
        clock += 1
        replays[replay]?.usedAt = clock
        return found.classifier
    }

    mutating func keep(_ classifier: Classifier, of replay: Scoped<ReplayID>) {
        clock += 1
        replays[replay] = (classifier, clock)
        guard replays.count > Self.replayLimit else { return }
        if let oldest = replays.min(by: { $0.value.usedAt < $1.value.usedAt }) { replays[oldest.key] = nil }
    }

    mutating func forget(_ replay: Scoped<ReplayID>) { replays[replay] = nil }
}
