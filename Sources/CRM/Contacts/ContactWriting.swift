import Attribution
import Database

extension ContactStore {
    /// Writes new and changed contacts with everything that hangs on them, sorted by key.
    static func save(_ connection: Connection, drafts: [(account: AccountID, draft: ContactDraft)]) throws {
        for (account, draft) in drafts {
            try write(connection, account, draft.contact)
            let key: [any SQLConvertible] = [account, draft.contact.id]
            if !draft.isNew {
                for table in ["contact_field_values", "contact_tags", "contact_emails"] {
                    try connection.execute("delete from \(table) where account_id = $1 and contact_id = $2", key)
                }
            }
            try insert(
                connection, into: "contact_field_values (account_id, contact_id, field_id, value)",
                draft.custom.sorted { $0.key.rawValue < $1.key.rawValue }.map { key + [$0.key, $0.value] })
            try insert(
                connection, into: "contact_tags (account_id, contact_id, tag)", draft.tags.sorted().map { key + [$0] })
            try insert(
                connection, into: "contact_emails (account_id, contact_id, email)",
                draft.additionalEmails.sorted().map { key + [$0] })
            try writeTerms(connection, account, draft)
        }
    }

    private static func write(_ connection: Connection, _ account: AccountID, _ contact: Contact) throws {
        let properties = ContactProperty.stored.map(\.rawValue)
        let columns =
            properties + [
                "email_key", "phone_key", "contact_source", "time_zone", "updated_at", "needs_review",
                "first_attribution_id", "latest_attribution_id", "first_source", "latest_source", "original_channel",
                "original_campaign", "original_medium", "original_source", "original_term", "original_referrer",
            ]
        let fixed = ["account_id", "id", "created_at", "created_by_source", "created_by_channel"]
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
        try connection.execute(
            """
            insert into contacts (\((fixed + columns).joined(separator: ", ")))
            values (\(placeholders(values.count)))
            on conflict (account_id, id) do update set
                \(columns.map { "\($0) = excluded.\($0)" }.joined(separator: ", "))
            """, values)
    }

    private static func writeTerms(_ connection: Connection, _ account: AccountID, _ draft: ContactDraft) throws {
        if !draft.isNew {
            try connection.execute(
                "delete from contact_terms where account_id = $1 and contact_id = $2", [account, draft.contact.id])
        }
        try insert(
            connection, into: "contact_terms (account_id, term, contact_id)",
            SearchTerms.of(draft).map { [account, $0, draft.contact.id] as [any SQLConvertible] })
    }

    private static func insert(_ connection: Connection, into target: String, _ rows: [[any SQLConvertible]]) throws {
        guard let columns = rows.first?.count else { return }
        // SQLite binds at most 32,766 values to a statement.
        for start in stride(from: 0, to: rows.count, by: 500) {
            let some = rows[start..<min(start + 500, rows.count)]
            try connection.execute(
                "insert into \(target) values \(placeholders(rows: some.count, columns: columns))", some.flatMap { $0 })
        }
    }
}
