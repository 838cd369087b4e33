import Attribution
import Database

extension ContactStore {
    /// Writes new and changed contacts with everything that hangs on them, table by table, sorted by key.
    static func save(_ connection: Connection, drafts: [(account: AccountID, draft: ContactDraft)]) throws {
        try connection.insert(
            into: "contacts", fixedColumns + changingColumns,
            drafts.map { account, draft in values(account, draft.contact) },
            """
            on conflict (account_id, id) do update set
                \(changingColumns.map { "\($0) = excluded.\($0)" }.joined(separator: ", "))
            """)
        try replace(connection, "contact_field_values", ["field_id", "value"], drafts.filter(\.draft.changesCustom)) {
            draft in draft.custom.sorted { $0.key < $1.key }.map { [$0.key, $0.value] }
        }
        try replace(connection, "contact_tags", ["tag"], drafts.filter(\.draft.changesTags)) { draft in
            draft.tags.sorted().map { [$0] }
        }
        try replace(connection, "contact_emails", ["email"], drafts.filter(\.draft.changesEmails)) { draft in
            draft.additionalEmails.sorted().map { [$0] }
        }
        try replace(connection, "contact_terms", ["term"], drafts.filter(\.draft.changesTerms)) { draft in
            SearchTerms.of(draft).map { [$0] }
        }
    }

    private static let fixedColumns = ["account_id", "id", "created_at", "created_by_source", "created_by_channel"]

    private static let changingColumns =
        ContactProperty.stored.map(\.rawValue) + [
            "email_key", "phone_key", "contact_source", "time_zone", "updated_at", "needs_review",
            "first_attribution_id", "latest_attribution_id", "first_source", "latest_source", "original_channel",
            "original_campaign", "original_medium", "original_source", "original_term", "original_referrer",
        ]

    private static func values(_ account: AccountID, _ contact: Contact) -> [any SQLConvertible] {
        var values: [any SQLConvertible] = [
            account, contact.id, contact.createdAt, contact.createdBy.source, contact.createdBy.channel,
        ]
        values += ContactProperty.stored.map { contact.properties[$0] } as [String?]
        values += [
            contact.properties[.email].flatMap(EmailAddress.init)?.key,
            contact.properties[.phone].flatMap(PhoneNumber.init)?.key,
            contact.contactSource, contact.timeZone, contact.updatedAt, contact.needsReview,
            contact.first?.id, contact.latest?.id, contact.first?.source, contact.latest?.source,
            contact.original?.channel, contact.original?.campaign, contact.original?.medium, contact.original?.source,
            contact.original?.term, contact.original?.referrer,
        ]
        return values
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
