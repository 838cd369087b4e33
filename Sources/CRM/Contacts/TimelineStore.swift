import Database

/// The SQL of the timeline.
enum TimelineStore {
    static func insert(
        _ connection: Connection, _ account: AccountID, _ contact: ContactID, _ entries: [TimelineEntry]
    ) throws {
        for entry in entries {
            try connection.execute(
                """
                insert into timeline (account_id, contact_id, at, id, conversion_id, entry)
                values ($1, $2, $3, $4, $5, $6)
                """, [account, contact, entry.at, entry.id, entry.conversion, try JSONText.encode(entry.event)])
        }
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
