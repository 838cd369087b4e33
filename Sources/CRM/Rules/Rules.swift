import Attribution
import Database

/// What the landings of an account are judged by: a book in use, a draft, and the history of what was published.
///
/// The verdict that a visit or a conversion was locked with never changes. A revision keeps an opinion beside it where
/// it differs, and reports may use either.
public struct Rules: Sendable {
    let database: Database
    let ids: IDSource
    let shelf: BookShelf
    /// What this process calls itself when it takes a replay on.
    let runner = RunnerID()

    /// How many of the newest revisions keep their opinions, so that going back to one takes no time.
    public static let revisionsKept = 5

    /// How many stored rule books nobody could read since this process began: the built-in rule sets stand in for them.
    public var unreadableBooks: Int { shelf.unreadableBooks }

    /// The book in use.
    ///
    /// - Throws: `NotFound.account`.
    public func book(_ account: AccountID) async throws -> RuleBook {
        try await database.read { connection in
            try shelf.current(connection, account).rules
        }
    }

    /// The book of a revision, whatever has become of it; nil when there is none of that number, or none can read it.
    public func book(_ account: AccountID, revision: Int) async throws -> RuleBook? {
        try await database.read { connection in
            try RuleStore.book(connection, account, revision) ?? (revision == 0 ? .classic : nil)
        }
    }

    public func draft(_ account: AccountID) async throws -> RuleDraft? {
        try await database.read { try RuleStore.draft($0, account) }
    }

    /// Saves the draft over the state that `version` names; nil where the author saw none.
    ///
    /// - Throws: `RuleError.draftChanged` when somebody else was there first, `RuleError.invalid`.
    public func saveDraft(
        _ account: AccountID, _ book: RuleBook, replacing version: RuleDraftVersion?, by author: String,
        now: Milliseconds
    ) async throws -> RuleDraft {
        try RuleDocument.check(book)
        let ids = ids
        return try await database.write { connection in
            let before = try RuleStore.draft(connection, account)
            guard before?.version == version else { throw RuleError.draftChanged }
            let draft = RuleDraft(
                book: RuleBook(book.ruleSet, ownRules: book.ownRules), version: ids.identifier(at: now),
                basedOn: try before?.basedOn ?? RuleStore.current(connection, account), updatedAt: now, author: author)
            try RuleStore.save(connection, account, draft)
            return draft
        }
    }

    /// - Throws: `RuleError.draftChanged` when the draft is not in the state that `version` names.
    public func discardDraft(_ account: AccountID, version: RuleDraftVersion) async throws {
        try await database.write { connection in
            guard try RuleStore.deleteDraft(connection, account, version: version) else {
                throw RuleError.draftChanged
            }
        }
    }

    /// The published revisions, newest first; none when nothing was ever published.
    public func history(
        _ account: AccountID, before number: Int? = nil, limit: Int = 50
    ) async throws -> [RuleRevision] {
        try await database.read { try RuleStore.history($0, account, before: number, limit: limit) }
    }
}
