import Attribution
import Database
import Synchronization

/// The compiled rule books that were used last, so that a request reads and compiles none.
///
/// What a revision says never changes, so two nodes that each keep a shelf agree; which revision counts is read anew
/// each time.
final class BookShelf: Sendable {
    let catalogue = ReferrerCatalogue.standard
    /// What every account is judged by until it publishes something.
    let builtIn: JudgingBooks
    private let shelved: Mutex<ShelvedBooks>

    /// - Parameters:
    ///   - accounts: so many accounts keep their books here, those that were used last.
    ///   - rules: so many own rules all books together may have.
    init(accounts: Int = 1_024, rules: Int = 100_000) {
        builtIn = JudgingBooks(
            current: JudgingBook(revision: 0, classifier: Classifier(.classic, catalogue: catalogue)), others: [])
        shelved = Mutex(ShelvedBooks(accountLimit: accounts, ruleLimit: rules))
    }

    /// How many stored books nobody could read since this process began.
    var unreadableBooks: Int { shelved.withLock { $0.unreadable } }

    /// What an account is judged by.
    ///
    /// - Throws: `NotFound.account`.
    func current(_ connection: Connection, _ account: AccountID) throws -> Classifier {
        try book(connection, account, try RuleStore.current(connection, account)).classifier
    }

    /// What the new landings of some accounts are judged by, for a write that stores them.
    ///
    /// A revision whose book nobody can read is given up on the way: whoever goes back to it is told so, instead of
    /// finding a history with holes. Where it is the one in use, the built-in rule set that it was made on stands in, so
    /// that nothing that comes in is lost.
    func judging(_ connection: Connection, _ accounts: [Account]) throws -> [AccountID: JudgingBooks] {
        let judging = try RuleStore.judging(connection, accounts.map(\.id))
        var books: [AccountID: JudgingBooks] = [:]
        for account in accounts {
            books[account.id] = try self.books(
                connection, account.id, current: account.rulesRevision ?? 0, judging: judging[account.id] ?? [])
        }
        return books
    }

    /// The same for an account of which it is known which revisions judge.
    func books(
        _ connection: Connection, _ account: AccountID, current: Int, judging: [Int]
    ) throws -> JudgingBooks {
        if current == 0, judging.isEmpty { return builtIn }
        var others: [JudgingBook] = []
        for revision in judging where revision != current {
            let book = try book(connection, account, revision)
            if book.isReadable {
                others.append(JudgingBook(revision: revision, classifier: book.classifier))
            } else {
                try RuleStore.giveUp(connection, account, revision)
            }
        }
        let book = try book(connection, account, current)
        shelved.withLock { $0.keep(only: judging + [current], of: account) }
        return JudgingBooks(current: JudgingBook(revision: current, classifier: book.classifier), others: others)
    }

    /// Revision 0 is the built-in book of every account: there is nothing to read.
    private func book(_ connection: Connection, _ account: AccountID, _ revision: Int) throws -> ShelvedBook {
        if revision == 0 { return ShelvedBook(classifier: builtIn.current.classifier, isReadable: true) }
        if let known = shelved.withLock({ $0.book(account, revision) }) { return known }
        let book = compiled(try RuleStore.stored(connection, account, revision), revision)
        shelved.withLock { $0.keep(book, account, revision) }
        return book
    }

    private func compiled(_ stored: (document: String, ruleSet: String)?, _ revision: Int) -> ShelvedBook {
        if let stored, let book = try? RuleDocument.book(stored.document, revision: revision) {
            return ShelvedBook(classifier: Classifier(book, catalogue: catalogue), isReadable: true)
        }
        // It names no revision: what is judged by it was not judged by the book of that revision.
        let ruleSet = stored.flatMap { RuleSet(rawValue: $0.ruleSet) } ?? .classic
        return ShelvedBook(classifier: Classifier(RuleBook(ruleSet), catalogue: catalogue), isReadable: false)
    }

    /// The compiled book of a replay, made of what `read` finds when it is not here.
    func classifier(of replay: Scoped<ReplayID>, _ read: () throws -> RuleBook) throws -> Classifier {
        if let known = shelved.withLock({ $0.book(of: replay) }) { return known }
        let classifier = Classifier(try read(), catalogue: catalogue)
        shelved.withLock { $0.keep(classifier, of: replay) }
        return classifier
    }

    /// A replay is over: nobody asks for its book again.
    func forget(_ replay: Scoped<ReplayID>) {
        shelved.withLock { $0.forget(replay) }
    }
}
