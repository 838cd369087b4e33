import Database

/// The SQL of events that are to be told, and of their deliveries.
enum OutboxStore {
    static func insert(_ connection: Connection, _ notes: [OutboxNote]) throws {
        try connection.insert(
            into: "outbox", ["account_id", "id", "type", "object_id", "contact_id", "at", "fields"],
            try notes.map { note in
                let event = note.event
                let fields = event.fields.isEmpty ? nil : try JSONText.encode(event.fields)
                return [event.account, note.id, event.type, event.object, event.contact, event.at, fields]
            })
        try connection.insert(
            into: "deliveries",
            ["account_id", "event_id", "webhook_id", "object_id", "state", "attempts", "due_at", "created_at"],
            notes.flatMap { note in
                let event = note.event
                return note.webhooks.map { webhook in
                    [event.account, note.id, webhook, event.object, "pending", 0, event.at, event.at]
                        as [any SQLConvertible]
                }
            })
    }

    static func erase(_ connection: Connection, _ account: AccountID, _ contact: ContactID) throws {
        let merged = try connection.rows(
            """
            select merged_id from contact_merges where account_id = $1 and survivor_id = $2 and undone_at is null
            """, [account, contact])
        let contacts = try [contact] + merged.map { try $0["merged_id"] as ContactID }
        try connection.execute(
            "delete from outbox where account_id = $1 and contact_id = $2", forEach: contacts.map { [account, $0] })
    }
}
