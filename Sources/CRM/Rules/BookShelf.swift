import Attribution
import Database
import Synchronization

/// The compiled rule books that were used last, so that a request reads and compiles none.
///
/// What a revision says never changes, so two nodes that each keep a shelf agree; which revision counts is read anew
/// each time.
final class BookShelf: Sendable {
    /// What a book is known by.
    enum Key: Hashable {
        case revision(AccountID, Int)
        case replay(AccountID, ReplayID)
    }

    let catalogue = ReferrerCatalogue.standard
    private let capacity: Int
    private let builtIn: Classifier
    private let shelved = Mutex(Shelved())

    private struct Shelved {
        var books: [Key: (classifier: Classifier, usedAt: UInt64)] = [:]
        /// Counts the uses.
        var clock: UInt64 = 0
    }

    init(capacity: Int = 256) {
        self.capacity = capacity
        builtIn = Classifier(.classic, catalogue: catalogue)
    }

    /// What an account's new landings are judged by.
    ///
    /// - Throws: `NotFound.account`.
    func books(_ connection: Connection, _ account: AccountID) throws -> JudgingBooks {
        let number = try RuleStore.current(connection, account)
        let judging = try RuleStore.judging(connection, account)
        let current = try classifier(connection, account, number)
        return JudgingBooks(
            current: JudgingBook(revision: number, classifier: current),
            others: try judging.filter { $0 != number }.map { revision in
                JudgingBook(revision: revision, classifier: try classifier(connection, account, revision))
            })
    }

    func classifier(_ connection: Connection, _ account: AccountID, _ revision: Int) throws -> Classifier {
        try classifier(.revision(account, revision)) {
            try RuleStore.book(connection, account, revision)
        }
    }

    /// The compiled book of a key, made of what `read` finds when it is not here; the built-in one when it finds nothing.
    func classifier(_ key: Key, _ read: () throws -> RuleBook?) throws -> Classifier {
        if let known = known(key) { return known }
        guard let book = try read() else { return builtIn }
        let classifier = Classifier(book, catalogue: catalogue)
        keep(classifier, as: key)
        return classifier
    }

    private func known(_ key: Key) -> Classifier? {
        shelved.withLock { shelved in
            guard let found = shelved.books[key] else { return nil }
            shelved.clock += 1
            shelved.books[key]?.usedAt = shelved.clock
            return found.classifier
        }
    }

    private func keep(_ classifier: Classifier, as key: Key) {
        shelved.withLock { shelved in
            if shelved.books.count >= capacity {
                let oldest = shelved.books.min { $0.value.usedAt < $1.value.usedAt }
                if let oldest { shelved.books[oldest.key] = nil }
            }
            shelved.clock += 1
            shelved.books[key] = (classifier, shelved.clock)
        }
    }
}
