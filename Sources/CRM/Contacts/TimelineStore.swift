import Database

/// The SQL of the timeline.
enum TimelineStore {
    static func insert(
        _ connection: Connection, _ account: AccountID, _ contact: ContactID, _ entries: [TimelineEntry]
    ) throws {
        try insert(connection, entries.map { (Scoped(account, contact), $0) })
    }

    static func insert(
        _ connection: Connection, _ entries: [(contact: Scoped<ContactID>, entry: TimelineEntry)]
    ) throws {
        try connection.insert(
            into: "timeline", ["account_id", "contact_id", "at", "id", "conversion_id", "entry"],
            try entries.map { contact, entry in
                [
                    contact.account, contact.key, entry.at, entry.id, entry.conversion,
                    try JSONText.encode(entry.event),
                ]
            })
    }

    /// The newest entries first.
    static func entries(
        _ connection: Connection, _ account: AccountID, _ contact: ContactID, limit: Int
    ) throws -> [TimelineEntry] {
        try connection.rows(
            """
            select id, at, conversion_id, entry from timeline
            where account_id = $1 and contact_id = $2 order by at desc, id desc limit $3
            """, [account, contact, limit]
        ).map { row in
            TimelineEntry(
                id: try row["id"], at: try row["at"], conversion: try row["conversion_id"],
                event: try JSONText.decode(from: try row["entry"]))
        }
    }
}
