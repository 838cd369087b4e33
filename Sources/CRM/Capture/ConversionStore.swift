import Database

/// The SQL of conversions and of what they overwrote.
enum ConversionStore {
    static let columns = columnNames.joined(separator: ", ")

    private static let columnNames = [
        "account_id", "id", "event_id", "kind", "status", "held_reason", "contact_id", "visitor_id", "session_id",
        "form_id", "form_name", "page_url", "fields", "occurred_at", "received_at",
    ]

    static func conversion(_ row: Row) throws -> Conversion {
        Conversion(
            id: try row["id"], event: try row["event_id"], kind: try row["kind"], status: try row["status"],
            heldReason: try row["held_reason"], contact: try row["contact_id"], visitor: try row["visitor_id"],
            session: try row["session_id"], formID: try row["form_id"], formName: try row["form_name"],
            pageURL: try row["page_url"], fields: try JSONText.decode(from: try row["fields"]),
            occurredAt: try row["occurred_at"], receivedAt: try row["received_at"])
    }

    static func save(_ connection: Connection, _ conversions: [(account: AccountID, stored: StoredConversion)]) throws {
        try connection.insert(
            into: "conversions", columnNames + ["payload"],
            try conversions.map { account, stored in try values(account, stored) },
            """
            on conflict (account_id, id) do update set
                kind = excluded.kind, status = excluded.status, held_reason = excluded.held_reason,
                contact_id = excluded.contact_id, fields = excluded.fields, payload = excluded.payload
            """)
    }

    private static func values(_ account: AccountID, _ stored: StoredConversion) throws -> [any SQLConvertible] {
        let conversion = stored.conversion
        return [
            account, conversion.id, conversion.event, conversion.kind, conversion.status, conversion.heldReason,
            conversion.contact, conversion.visitor, conversion.session, conversion.formID, conversion.formName,
            conversion.pageURL, JSONBuilder.text { $0.list(conversion.fields) { $0.value($1) } }, conversion.occurredAt,
            conversion.receivedAt,
            try stored.payload.map { try JSONText.encode($0) },
        ]
    }

    static func conversion(_ connection: Connection, _ account: AccountID, _ id: ConversionID) throws -> Conversion? {
        try connection.row("select \(columns) from conversions where account_id = $1 and id = $2", [account, id])
            .map(conversion)
    }

    static func held(_ connection: Connection, _ account: AccountID, _ id: ConversionID) throws -> StoredConversion? {
        let row = try connection.row(
            "select \(columns), payload from conversions where account_id = $1 and id = $2 and status = 'held'",
            [account, id])
        guard let row else { return nil }
        let payload: HeldEvent = try JSONText.decode(from: try row["payload"])
        return StoredConversion(held: try conversion(row), payload: payload.of(account))
    }

    static func discard(_ connection: Connection, _ account: AccountID, _ id: ConversionID) throws -> Bool {
        try connection.execute(
            """
            update conversions set status = 'discarded', payload = null
            where account_id = $1 and id = $2 and status = 'held'
            """, [account, id]) > 0
    }

    static func move(
        _ connection: Connection, _ account: AccountID, _ id: ConversionID, to contact: ContactID
    ) throws {
        try connection.execute(
            "update conversions set status = 'split', contact_id = $3 where account_id = $1 and id = $2",
            [account, id, contact])
    }

    /// The changes of one field of a contact are numbered in the order in which they were made.
    static func insert(
        _ connection: Connection,
        changes: [(conversion: Scoped<ConversionID>, contact: ContactID, change: ContactDraft.Change)]
    ) throws {
        let fields = changes.map { ContactField(Scoped($0.conversion.account, $0.contact), $0.change.field) }
        var last = try ordinals(connection, fields)
        try connection.insert(
            into: "contact_changes",
            ["account_id", "conversion_id", "field", "contact_id", "old_value", "new_value", "ordinal"],
            changes.map { conversion, contact, change in
                let field = ContactField(Scoped(conversion.account, contact), change.field)
                last[field, default: 0] += 1
                return [
                    conversion.account, conversion.key, change.field, contact, change.old, change.new, last[field],
                ]
            })
    }

    private struct ContactField: Hashable {
        let contact: Scoped<ContactID>
        let field: String

        init(_ contact: Scoped<ContactID>, _ field: String) {
            self.contact = contact
            self.field = field
        }
    }

    private static func ordinals(
        _ connection: Connection, _ fields: [ContactField]
    ) throws -> [ContactField: Int64] {
        let rows = try connection.rows(
            """
            select account_id, contact_id, field, ordinal from contact_changes
            where account_id = $1 and contact_id = $2 and field = $3 order by ordinal desc limit 1
            """, forEach: Set(fields).map { [$0.contact.account, $0.contact.key, $0.field] })
        var ordinals: [ContactField: Int64] = [:]
        for row in rows {
            let contact = Scoped<ContactID>(try row["account_id"], try row["contact_id"])
            ordinals[ContactField(contact, try row["field"])] = try row["ordinal"]
        }
        return ordinals
    }

    static func changes(
        _ connection: Connection, _ account: AccountID, of id: ConversionID
    ) throws -> [ContactDraft.Change] {
        try connection.rows(
            """
            select field, old_value, new_value from contact_changes
            where account_id = $1 and conversion_id = $2 order by field
            """, [account, id]
        ).map { ContactDraft.Change(field: try $0["field"], old: try $0["old_value"], new: try $0["new_value"]) }
    }

    static func deleteChanges(_ connection: Connection, _ account: AccountID, of id: ConversionID) throws {
        try connection.execute(
            "delete from contact_changes where account_id = $1 and conversion_id = $2", [account, id])
    }
}
