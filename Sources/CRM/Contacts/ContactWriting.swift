import Attribution
import Database

extension ContactStore {
    /// Writes new and changed contacts with everything that hangs on them, table by table, sorted by key, and notes what
    /// others are to be told of it.
    ///
    /// - Parameters:
    ///   - submissions: what they were made or changed by, which is told too.
    ///   - now: when that happens; nil is when each contact was last changed.
    static func save(
        _ connection: Connection, drafts: [(account: AccountID, draft: ContactDraft)],
        submissions: [(account: AccountID, conversion: Conversion)] = [], now: Milliseconds? = nil
    ) throws {
        try saveRows(connection, drafts)
        try replace(connection, "contact_field_values", ["field_id", "value"], drafts.filter(\.draft.changesCustom)) {
            draft in draft.custom.sorted { $0.key < $1.key }.map { [$0.key, $0.value] }
        }
        try replace(connection, "contact_tags", ["tag"], drafts.filter(\.draft.changesTags)) { draft in
            draft.tags.sorted().map { [$0] }
        }
        try replace(connection, "contact_emails", ["email"], drafts.filter(\.draft.changesEmails)) { draft in
            draft.additionalEmails.sorted().map { [$0] }
        }
        try saveTerms(connection, drafts.filter(\.draft.changesTerms))
        try Outbox.note(connection, of: Set(drafts.map(\.account) + submissions.map(\.account))) {
            OutboxEvent.events(of: drafts, submissions, now: now)
        }
    }

    /// Writes the words that have come and takes away those that have gone. Most stay, and each is a place of its own in
    /// an index over all contacts.
    private static func saveTerms(
        _ connection: Connection, _ drafts: [(account: AccountID, draft: ContactDraft)]
    ) throws {
        var (gone, come): ([[any SQLConvertible]], [[any SQLConvertible]]) = ([], [])
        for (account, draft) in drafts {
            let (old, new) = (draft.storedTerms, draft.terms)
            gone += old.subtracting(new).sorted().map { [account, draft.contact.id, $0] }
            come += new.subtracting(old).sorted().map { [account, draft.contact.id, $0] }
        }
        try connection.execute(
            "delete from contact_terms where account_id = $1 and contact_id = $2 and term = $3", forEach: gone)
        try connection.insert(
            into: "contact_terms", ["account_id", "contact_id", "term"], come, "on conflict do nothing")
    }

    /// Writes what of a contact stands in a table of its own, in place of what stood there.
    private static func replace(
        _ connection: Connection, _ table: String, _ columns: [String],
        _ drafts: [(account: AccountID, draft: ContactDraft)],
        rows: (ContactDraft) -> [[any SQLConvertible]]
    ) throws {
        try connection.execute(
            "delete from \(table) where account_id = $1 and contact_id = $2",
            forEach: drafts.filter { !$0.draft.isNew }.map { [$0.account, $0.draft.contact.id] })
        try connection.insert(
            into: table, ["account_id", "contact_id"] + columns,
            drafts.flatMap { account, draft in rows(draft).map { [account, draft.contact.id] + $0 } })
    }
}
