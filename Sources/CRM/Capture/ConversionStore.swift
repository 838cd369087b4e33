import Database

/// The SQL of conversions and of what they overwrote.
enum ConversionStore {
    static let columns = """
        account_id, id, event_id, kind, status, held_reason, contact_id, visitor_id, session_id, form_id, form_name,
        page_url, fields, occurred_at, received_at
        """

    static func conversion(_ row: Row) throws -> Conversion {
        Conversion(
            id: try row["id"], event: try row["event_id"], kind: try row["kind"], status: try row["status"],
            heldReason: try row["held_reason"], contact: try row["contact_id"], visitor: try row["visitor_id"],
            session: try row["session_id"], formID: try row["form_id"], formName: try row["form_name"],
            pageURL: try row["page_url"], fields: try JSONText.decode(from: try row["fields"]),
            occurredAt: try row["occurred_at"], receivedAt: try row["received_at"])
    }

    static func save(_ connection: Connection, _ conversions: [(account: AccountID, stored: StoredConversion)]) throws {
        let sorted = conversions.map { ($0.account, $0.stored.conversion, $0.stored.payload) }
            .sorted { ($0.0.rawValue, $0.1.id.rawValue) < ($1.0.rawValue, $1.1.id.rawValue) }
        for (account, conversion, payload) in sorted {
            try connection.execute(
                """
                insert into conversions (\(columns), payload) values (\(placeholders(16)))
                on conflict (account_id, id) do update set
                    kind = excluded.kind, status = excluded.status, held_reason = excluded.held_reason, contact_id = excluded.contact_id,
                    fields = excluded.fields, payload = excluded.payload
                """,
                [
                    account, conversion.id, conversion.event, conversion.kind, conversion.status, conversion.heldReason,
                    conversion.contact, conversion.visitor, conversion.session, conversion.formID, conversion.formName,
                    conversion.pageURL, try JSONText.encode(conversion.fields), conversion.occurredAt,
                    conversion.receivedAt, try payload.map { try JSONText.encode($0) },
                ])
        }
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
        return StoredConversion(
            held: try conversion(row), payload: try JSONText.decode(from: try row["payload"]))
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

    static func insert(
        _ connection: Connection, _ account: AccountID, changes: [ContactDraft.Change], of id: ConversionID,
        on contact: ContactID
    ) throws {
        for change in changes {
            try connection.execute(
                """
                insert into contact_changes (account_id, conversion_id, field, contact_id, old_value, new_value, ordinal)
                values ($1, $2, $3, $4, $5, $6,
                        (select coalesce(max(ordinal), 0) + 1 from contact_changes
                         where account_id = $1 and contact_id = $4 and field = $3))
                """, [account, id, change.field, contact, change.old, change.new])
        }
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
