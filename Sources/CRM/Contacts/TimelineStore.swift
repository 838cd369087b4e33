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
                    try text(of: entry.event),
                ]
            })
    }

    /// What capture notes of every submission is written without an encoder.
    static func text(of event: TimelineEntry.Event) throws -> String {
        switch event {
        case .created(let by): JSONBuilder.text { $0.value(event: "created", "by", by) }
        case .submitted(let match): JSONBuilder.text { $0.value(event: "submitted", "matchedBy", match.rawValue) }
        case .identified(let match): JSONBuilder.text { $0.value(event: "identified", "matchedBy", match.rawValue) }
        default: try JSONText.encode(event)
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

extension JSONBuilder {
    /// A case of an enum as Swift encodes it: its name with an object of what goes along.
    fileprivate mutating func value(event name: StaticString, _ label: StaticString, _ text: String) {
        object { $0.member(name) { $0.object { $0.member(label, text) } } }
    }
}
