import Database

/// The SQL of what is held about a person.
enum PersonStore {
    static func visitors(
        _ connection: Connection, _ account: AccountID, _ contact: ContactID
    ) throws -> [VisitorID] {
        try connection.rows(
            "select id from visitors where account_id = $1 and contact_id = $2 order by id", [account, contact]
        ).map { try $0["id"] }
    }

    /// The contact's visits, and those of its browsers that are nobody's.
    static func sessions(
        _ connection: Connection, _ account: AccountID, _ contact: ContactID, _ visitors: [VisitorID]
    ) throws -> [SessionID] {
        let own = try connection.rows(
            "select id from sessions where account_id = $1 and contact_id = $2", [account, contact])
        let anonymous = try connection.rows(
            "select id from sessions where account_id = $1 and visitor_id = $2 and contact_id is null",
            forEach: visitors.map { [account, $0] })
        return try Set((own + anonymous).map { try $0["id"] as SessionID }).sorted()
    }

    /// Every submission of an account that waits or was discarded; there are never many of them.
    static func strays(_ connection: Connection, _ account: AccountID) throws -> [StraySubmission] {
        try connection.rows(
            """
            select id, visitor_id, fields from conversions
            where account_id = $1 and status in ('held', 'discarded') and contact_id is null
            """, [account]
        ).map { row in
            let fields: [SubmittedField] = try JSONText.decode(from: try row["fields"])
            return StraySubmission(
                id: try row["id"], visitor: try row["visitor_id"],
                emails: fields.compactMap { EmailAddress($0.value)?.key },
                phones: fields.compactMap { PhoneNumber($0.value)?.key })
        }
    }

    /// The keys of the pages that browsers opened outside of every visit, as `occurred_at` and `event_id`.
    static func pagesWithoutVisit(
        _ connection: Connection, _ person: PersonTraces
    ) throws -> [String: [(at: Milliseconds, event: EventID)]] {
        var pages: [String: [(at: Milliseconds, event: EventID)]] = [:]
        for table in trackingTables {
            try withoutVisit(connection, "occurred_at, event_id", of: table, person) { row in
                pages[table, default: []].append((try row["occurred_at"], try row["event_id"]))
            }
        }
        return pages
    }

    /// One walk along all pages of the account for all of the person's browsers: there is no index to find them by.
    static func withoutVisit(
        _ connection: Connection, _ columns: String, of table: String, _ person: PersonTraces,
        _ body: (Row) throws -> Void
    ) throws {
        guard !person.visitors.isEmpty else { return }
        let places = person.visitors.indices.map { "$\($0 + 2)" }.joined(separator: ", ")
        try connection.forEach(
            """
            select \(columns) from \(table) where account_id = $1 and session_id is null and visitor_id in (\(places))
            """, [person.account as any SQLConvertible] + person.visitors, body)
    }

    static func deletePages(
        _ connection: Connection, _ account: AccountID, _ pages: [String: [(at: Milliseconds, event: EventID)]]
    ) throws {
        for table in trackingTables {
            try connection.execute(
                "delete from \(table) where account_id = $1 and occurred_at = $2 and event_id = $3",
                forEach: (pages[table] ?? []).map { [account, $0.at, $0.event] })
        }
    }

    static func deleteVisits(_ connection: Connection, _ person: PersonTraces) throws {
        let keys: [[any SQLConvertible]] = person.sessions.map { [person.account, $0] }
        for table in trackingTables + ["session_opinions"] {
            try connection.execute(
                "delete from \(table) where account_id = $1 and session_id = $2", forEach: keys)
        }
        try connection.execute("delete from sessions where account_id = $1 and id = $2", forEach: keys)
    }

    static func deleteSubmissions(_ connection: Connection, _ person: PersonTraces) throws {
        try connection.execute(
            "delete from conversions where account_id = $1 and id = $2",
            forEach: person.strays.map { [person.account, $0] })
    }

    /// A browser in which somebody else's visit was made is that person's too: it is no more than unlinked.
    static func deleteVisitors(_ connection: Connection, _ person: PersonTraces) throws {
        try connection.execute(
            """
            delete from visitors where account_id = $1 and id = $2 and not exists (
                select 1 from sessions where sessions.account_id = $1 and sessions.visitor_id = $2)
            """, forEach: person.visitors.map { [person.account, $0] })
    }

    static let trackingTables = ["page_views", "custom_events"]
}
