import Attribution
import Database

/// The SQL that writes a contact's own row.
extension ContactStore {
    /// A contact that is there already is written column by column: to name a column is to write its indexes, changed or
    /// not, and most submissions change few.
    static func saveRows(
        _ connection: Connection, _ drafts: [(account: AccountID, draft: ContactDraft)]
    ) throws {
        try connection.insert(
            into: "contacts", allColumns,
            try drafts.filter(\.draft.isNew).map { account, draft in
                try fixedValues(account, draft.contact) + changingValues(draft.contact)
            })
        var changes: [[Int]: [[any SQLConvertible]]] = [:]
        for (account, draft) in drafts {
            guard let stored = draft.storedContact else { continue }
            let new = try changingValues(draft.contact)
            let columns = zip(try changingValues(stored), new).enumerated()
                .filter { $0.element.0.sqlValue != $0.element.1.sqlValue }.map(\.offset)
            changes[columns, default: []].append([account, draft.contact.id] + columns.map { new[$0] })
        }
        for (columns, rows) in changes.sorted(by: { $0.key.lexicographicallyPrecedes($1.key) }) where !columns.isEmpty {
            let settings = columns.enumerated().map { "\(changingColumns[$1]) = $\($0 + 3)" }.joined(separator: ", ")
            try connection.execute(
                "update contacts set \(settings) where account_id = $1 and id = $2", forEach: rows)
        }
    }

    private static let allColumns = fixedColumns + changingColumns

    private static let fixedColumns = ["account_id", "id", "created_at", "created_by_source", "created_by_channel"]

    private static let changingColumns =
        ContactProperty.stored.map(\.rawValue) + [
            "email_key", "phone_key", "contact_source", "time_zone", "updated_at", "needs_review",
            "first_attribution_id", "latest_attribution_id", "first_source", "latest_source", "original_channel",
            "original_campaign", "original_medium", "original_source", "original_term", "original_referrer",
            "assigned_to", "dnd", "dnd_settings", "date_of_birth", "gender", "contact_type",
        ]

    private static func fixedValues(_ account: AccountID, _ contact: Contact) -> [any SQLConvertible] {
        [account, contact.id, contact.createdAt, contact.createdBy.source, contact.createdBy.channel]
    }

    private static func changingValues(_ contact: Contact) throws -> [any SQLConvertible] {
        var values: [any SQLConvertible] = []
        values.reserveCapacity(changingColumns.count)
        for property in ContactProperty.stored { values.append(contact.properties[property]) }
        values += [
            contact.properties[.email].flatMap(EmailAddress.init)?.key,
            contact.properties[.phone].flatMap(PhoneNumber.init)?.key,
            contact.contactSource, contact.timeZone, contact.updatedAt, contact.needsReview,
            contact.first?.id, contact.latest?.id, contact.first?.source, contact.latest?.source,
            contact.original?.channel, contact.original?.campaign, contact.original?.medium, contact.original?.source,
            contact.original?.term, contact.original?.referrer, contact.assignedTo, contact.doNotDisturb.isOn,
            try contact.doNotDisturb.settingsText, contact.dateOfBirth, contact.gender, contact.kind,
        ]
        return values
    }
}
