import Attribution
import Database

/// The SQL of drafts and revisions.
enum RuleStore {
    static func draft(_ connection: Connection, _ account: AccountID) throws -> RuleDraft? {
        try connection.row(
            "select version, document, based_on, updated_at, author from rule_drafts where account_id = $1", [account]
        ).map { row in
            RuleDraft(
                book: try RuleDocument.book(try row["document"], revision: nil), version: try row["version"],
                basedOn: try row["based_on"], updatedAt: try row["updated_at"], author: try row["author"])
        }
    }

    static func save(_ connection: Connection, _ account: AccountID, _ draft: RuleDraft) throws {
        try connection.execute(
            """
            insert into rule_drafts (account_id, version, document, based_on, updated_at, author)
            values ($1, $2, $3, $4, $5, $6)
            on conflict (account_id) do update set
                version = excluded.version, document = excluded.document, updated_at = excluded.updated_at,
                author = excluded.author
            """,
            [
                account, draft.version, RuleDocument.text(of: draft.book), draft.basedOn, draft.updatedAt,
                draft.author,
            ])
    }

    /// Deletes the draft in the state that `version` names; false when it is in another one, or there is none.
    @discardableResult
    static func deleteDraft(
        _ connection: Connection, _ account: AccountID, version: RuleDraftVersion
    ) throws -> Bool {
        try connection.execute(
            "delete from rule_drafts where account_id = $1 and version = $2", [account, version]) > 0
    }

    /// The number of the revision in use; 0 when nothing was ever published.
    static func current(_ connection: Connection, _ account: AccountID) throws -> Int {
        guard let row = try connection.row("select rules_revision from accounts where id = $1", [account]) else {
            throw NotFound.account
        }
        return try row["rules_revision"] as Int? ?? 0
    }

    /// Puts a revision to use; reports follow by and by, and say so meanwhile.
    static func point(
        _ connection: Connection, _ account: AccountID, to revision: Int, now: Milliseconds
    ) throws {
        try connection.execute("update accounts set rules_revision = $2 where id = $1", [account, revision])
        try FactState.noteRules(connection, account, since: now)
    }

    /// The book of a revision; nil where there is none of that number, or nobody can read what is stored.
    static func book(_ connection: Connection, _ account: AccountID, _ revision: Int) throws -> RuleBook? {
        try stored(connection, account, revision).flatMap {
            try? RuleDocument.book($0.document, revision: revision == 0 ? nil : revision)
        }
    }

    /// A revision as it is stored: its document, and the rule set that stands in when nobody can read that.
    static func stored(
        _ connection: Connection, _ account: AccountID, _ revision: Int
    ) throws -> (document: String, ruleSet: String)? {
        try connection.row(
            "select document, rule_set from rule_revisions where account_id = $1 and revision = $2",
            [account, revision]
        ).map { (try $0["document"], try $0["rule_set"]) }
    }

    /// The revisions that new landings are judged by, the one in use among them; no account that has published nothing.
    static func judging(_ connection: Connection, _ accounts: [AccountID]) throws -> [AccountID: [Int]] {
        // Few an account: the one being published, those that are kept, and the one in use.
        let rows = try connection.rows(
            """
            select account_id, revision from rule_revisions
            where account_id = $1 and state in ('evaluating', 'kept')
            """, forEach: accounts.map { [$0] })
        var found: [AccountID: [Int]] = [:]
        for row in rows { found[try row["account_id"], default: []].append(try row["revision"]) }
        return found.mapValues { $0.sorted() }
    }

    /// Newest first.
    static func history(
        _ connection: Connection, _ account: AccountID, before number: Int?, limit: Int
    ) throws -> [RuleRevision] {
        let current = try current(connection, account)
        return try connection.rows(
            """
            select \(columns) from rule_revisions
            where account_id = $1 and revision < $2 order by revision desc limit $3
            """, [account, number ?? .max, limit]
        ).map { try revision($0, current: current) }
    }

    static func revision(_ connection: Connection, _ account: AccountID, _ number: Int) throws -> RuleRevision? {
        let current = try current(connection, account)
        return try connection.row(
            "select \(columns) from rule_revisions where account_id = $1 and revision = $2", [account, number]
        ).map { try revision($0, current: current) }
    }

    private static let columns = """
        revision, rule_set, rule_set_version, catalogue_version, own_rules, state, started_at, published_at, author,
        comment, moved
        """

    private static func revision(_ row: Row, current: Int) throws -> RuleRevision {
        let number: Int = try row["revision"]
        let moved: String? = try row["moved"]
        return RuleRevision(
            number: number, ruleSet: try row["rule_set"], ruleSetVersion: try row["rule_set_version"],
            catalogueVersion: try row["catalogue_version"], ownRuleCount: try row["own_rules"],
            state: try row["state"], isCurrent: number == current, startedAt: try row["started_at"],
            publishedAt: try row["published_at"], author: try row["author"], comment: try row["comment"],
            moved: try moved.map { try JSONText.decode(from: $0) })
    }

    /// Appends a revision to the history; the first one ever brings along what was there before it.
    static func append(
        _ connection: Connection, _ account: AccountID, _ book: RuleBook, comment: String?, by author: String,
        now: Milliseconds
    ) throws -> Int {
        let last = try connection.row(
            "select revision from rule_revisions where account_id = $1 order by revision desc limit 1", [account])
        if last == nil { try appendOrigin(connection, account) }
        let number = try (last?["revision"] ?? 0) + 1
        try connection.execute(
            """
            insert into rule_revisions
                (account_id, revision, document, rule_set, rule_set_version, catalogue_version, own_rules, state,
                 has_opinions, started_at, author, comment)
            values ($1, $2, $3, $4, $5, $6, $7, 'evaluating', $8, $9, $10, $11)
            """,
            [
                account, number, RuleDocument.text(of: book), book.ruleSet, book.ruleSet.version,
                ReferrerCatalogue.standard.version, book.ownRules.count, true, now, author, comment,
            ])
        return number
    }

    /// Revision 0: what an account is judged by before it publishes anything.
    private static func appendOrigin(_ connection: Connection, _ account: AccountID) throws {
        let book = RuleBook.classic
        try connection.execute(
            """
            insert into rule_revisions
                (account_id, revision, document, rule_set, rule_set_version, catalogue_version, own_rules, state,
                 has_opinions, started_at, published_at)
            select id, 0, $2, $3, $4, $5, 0, 'kept', $6, created_at, created_at from accounts where id = $1
            """,
            [
                account, RuleDocument.text(of: book), book.ruleSet, book.ruleSet.version,
                ReferrerCatalogue.standard.version, true,
            ])
    }

    /// All is judged: the revision is kept from now on; false when it was given up meanwhile.
    static func keep(
        _ connection: Connection, _ account: AccountID, _ revision: Int, moved: MovedCounts, now: Milliseconds
    ) throws -> Bool {
        try connection.execute(
            """
            update rule_revisions set state = 'kept', published_at = $3, moved = $4
            where account_id = $1 and revision = $2 and state = 'evaluating'
            """, [account, revision, now, try JSONText.encode(moved)]) > 0
    }

    static func cancel(_ connection: Connection, _ account: AccountID, _ revision: Int) throws {
        try connection.execute(
            """
            update rule_revisions set state = 'cancelled'
            where account_id = $1 and revision = $2 and state = 'evaluating'
            """, [account, revision])
    }

    /// Gives up a revision that can no longer judge what comes in, so its opinions would no longer be complete.
    static func giveUp(_ connection: Connection, _ account: AccountID, _ revision: Int) throws {
        try connection.execute(
            """
            update rule_revisions set state = case when state = 'kept' then 'retired' else 'cancelled' end
            where account_id = $1 and revision = $2 and state in ('evaluating', 'kept')
            """, [account, revision])
    }

    /// Gives up all but the newest `count` and the one in use.
    static func retire(
        _ connection: Connection, _ account: AccountID, keeping count: Int, current: Int
    ) throws {
        try connection.execute(
            """
            update rule_revisions set state = 'retired'
            where account_id = $1 and state = 'kept' and revision <> $3 and revision not in (
                select revision from rule_revisions where account_id = $1 and state = 'kept'
                order by revision desc limit $2)
            """, [account, count, current])
    }
}

extension RuleSet: SQLConvertible {}
