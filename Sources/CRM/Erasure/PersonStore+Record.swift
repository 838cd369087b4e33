import Database

extension PersonStore {
    /// Every row that is about the person, table by table.
    static func record(_ connection: Connection, _ person: PersonTraces) throws -> [PersonRecord.Table] {
        let opportunities = try connection.rows(
            "select id from opportunities where account_id = $1 and contact_id = $2", [person.account, person.contact]
        ).map { try $0["id"] as OpportunityID }
        let parts = try ["opportunity_field_values", "opportunity_changes", "opportunity_followers"].map { name in
            try table(connection, name, "opportunity_id", named: name, person.account, opportunities)
        }
        return try ofContact(connection, person) + parts + [
            table(connection, "conversions", "id", named: "waiting_submissions", person.account, person.strays),
            anonymousSessions(connection, person),
            tracked(connection, "page_views", person), tracked(connection, "custom_events", person),
        ]
    }

    /// The visits of the person's browsers that are nobody's; the contact's own stand with the rest of its rows.
    private static func anonymousSessions(
        _ connection: Connection, _ person: PersonTraces
    ) throws -> PersonRecord.Table {
        let rows = try connection.rows(
            "select * from sessions where account_id = $1 and id = $2 and contact_id is null",
            forEach: person.sessions.map { [person.account, $0] })
        return PersonRecord.Table(name: "anonymous_sessions", rows: try rows.map(columns))
    }

    /// What the person's browsers did, in a visit and outside of every one.
    private static func tracked(
        _ connection: Connection, _ name: String, _ person: PersonTraces
    ) throws -> PersonRecord.Table {
        let visits = try table(connection, name, "session_id", named: name, person.account, person.sessions)
        var rows = visits.rows
        try withoutVisit(connection, "*", of: name, person) { rows.append(try columns($0)) }
        return PersonRecord.Table(name: name, rows: rows)
    }

    private static func ofContact(_ connection: Connection, _ person: PersonTraces) throws -> [PersonRecord.Table] {
        try (ContactTable.own + ContactTable.history + ContactTable.messages).map { table in
            try PersonRecord.Table(
                name: table.name,
                rows: connection.rows(
                    "select * from \(table.name) where account_id = $1 and \(table.contact) = $2",
                    [person.account, person.contact]
                ).map(columns))
        }
    }

    private static func table(
        _ connection: Connection, _ table: String, _ key: String, named name: String, _ account: AccountID,
        _ keys: [any SQLConvertible]
    ) throws -> PersonRecord.Table {
        let rows = try keys.flatMap { value in
            try connection.rows("select * from \(table) where account_id = $1 and \(key) = $2", [account, value])
        }
        return PersonRecord.Table(name: name, rows: try rows.map(columns))
    }

    /// What a row says, without the account. What undoes a merge stays: values that the other contact had are nowhere else.
    private static func columns(_ row: Row) throws -> [(column: String, value: SQLValue)] {
        try row.names.filter { $0 != "account_id" }.map { ($0, try row[$0]) }
    }
}
