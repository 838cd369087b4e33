import Attribution
import Database

extension Rules {
    /// Finished replays that can still be looked at.
    private static let replaysKept = 20

    /// Begins to count what the draft would change over all history; one that is still counting is given up.
    ///
    /// Without a draft it counts what judging anew by the book in use would change.
    public func startPreview(_ account: AccountID, by author: String, now: Milliseconds) async throws -> ReplayID {
        let ids = ids
        return try await database.write { connection in
            try ReplayStore.cancelPreviews(connection, account, now: now)
            let draft = try RuleStore.draft(connection, account)
            let book = try draft?.book ?? shelf.current(connection, account).rules
            let order = ReplayOrder(kind: .preview, book: book, revision: nil, draftVersion: draft?.version)
            return try Self.start(order, connection, account, ids: ids, by: author, now: now)
        }
    }

    /// Begins to publish the draft, or without one to judge everything anew by the book in use.
    ///
    /// Until all history is judged the book in use stays the same; then the new one takes its place in one transaction.
    ///
    /// - Parameter reviewed: the state of the draft that the author has reviewed; nil publishes whatever it is now.
    /// - Throws: `RuleError.publicationRunning`, `RuleError.notAsReviewed`.
    public func startPublication(
        _ account: AccountID, reviewed: RuleDraftVersion? = nil, comment: String?, by author: String,
        now: Milliseconds
    ) async throws -> ReplayID {
        let ids = ids
        return try await database.write(.readCommitted) { connection in
            try CaptureLocks.keepOut(connection, account)
            let draft = try RuleStore.draft(connection, account)
            if let reviewed, draft?.version != reviewed { throw RuleError.notAsReviewed }
            let book = try draft?.book ?? shelf.current(connection, account).rules
            return try Self.publish(
                book, draft?.version, connection, account, comment: comment, ids: ids, by: author, now: now)
        }
    }

    /// What came of asking for an earlier revision.
    public enum RestoreOutcome: Sendable, Equatable {
        /// It is in use.
        case restored
        /// Its opinions are gone, so its book is being published as a revision of its own.
        case started(ReplayID)
    }

    /// Goes back (or forward) to a published revision: at once where its opinions are kept.
    ///
    /// - Throws: `RuleError.alreadyInUse`, `RuleError.notRestorable`, `RuleError.publicationRunning`.
    public func restore(
        _ account: AccountID, revision number: Int, by author: String, now: Milliseconds
    ) async throws -> RestoreOutcome {
        let ids = ids
        return try await database.write(.readCommitted) { connection in
            try CaptureLocks.keepOut(connection, account)
            guard let revision = try RuleStore.revision(connection, account, number) else {
                throw RuleError.notRestorable
            }
            guard !revision.isCurrent else { throw RuleError.alreadyInUse }
            guard revision.canBeRestored, let book = try RuleStore.book(connection, account, number) else {
                throw RuleError.notRestorable
            }
            try Self.refuseBesidePublication(connection, account)
            if revision.canBeRestoredAtOnce {
                try RuleStore.point(connection, account, to: number, now: now)
                try ReplayStore.cancelPreviews(connection, account, now: now)
                return .restored
            }
            return .started(
                try Self.publish(
                    book, nil, connection, account, comment: "Restores revision \(number)", ids: ids, by: author,
                    now: now))
        }
    }

    /// Stops a replay; a publication that is stopped leaves nothing to be seen.
    ///
    /// - Returns: false when it was over already.
    @discardableResult
    public func cancel(_ account: AccountID, _ id: ReplayID, now: Milliseconds) async throws -> Bool {
        try await database.write { connection in
            guard try ReplayStore.end(connection, account, id, as: .cancelled, now: now) else { return false }
            if let revision = try ReplayReading.revision(connection, account, publishedBy: id) {
                try RuleStore.cancel(connection, account, revision)
            }
            shelf.forget(Scoped(account, id))
            return true
        }
    }

    /// A replay with what it has found so far, and with examples once it is done; nil when there is none of that id.
    public func replay(_ account: AccountID, _ id: ReplayID) async throws -> Replay? {
        try await database.read { try ReplayReading.replay($0, account, id) }
    }

    /// The newest replays of an account, newest first; their results carry no samples.
    public func replays(_ account: AccountID, limit: Int = 20) async throws -> [Replay] {
        try await database.read { try ReplayReading.replays($0, account, limit: limit) }
    }

    private static func refuseBesidePublication(_ connection: Connection, _ account: AccountID) throws {
        if let running = try ReplayReading.running(connection, account, .publication) {
            throw RuleError.publicationRunning(running)
        }
    }

    private static func publish(
        _ book: RuleBook, _ draft: RuleDraftVersion?, _ connection: Connection, _ account: AccountID, comment: String?,
        ids: IDSource, by author: String, now: Milliseconds
    ) throws -> ReplayID {
        try refuseBesidePublication(connection, account)
        try RuleDocument.check(book)
        let revision = try RuleStore.append(
            connection, account, book, comment: comment?.trimmed.nonEmpty?.cut(to: 500), by: author, now: now)
        let order = ReplayOrder(kind: .publication, book: book, revision: revision, draftVersion: draft)
        return try start(order, connection, account, ids: ids, by: author, now: now)
    }

    private static func start(
        _ order: ReplayOrder, _ connection: Connection, _ account: AccountID, ids: IDSource, by author: String,
        now: Milliseconds
    ) throws -> ReplayID {
        let id: ReplayID = ids.identifier(at: now)
        let base = try RuleStore.current(connection, account)
        try ReplayStore.insert(connection, account, id, order, base: base, by: author, now: now)
        try ReplayStore.trim(connection, account, keeping: replaysKept)
        return id
    }
}
