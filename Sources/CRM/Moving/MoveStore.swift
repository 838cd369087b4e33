import Database

/// The SQL of a move's own table in the target, and of what is asked before it begins.
enum MoveStore {
    /// The table is no part of the schema: it is there from the beginning of a move to its end.
    static func createNotes(_ connection: Connection) throws {
        try connection.execute(
            """
            create table if not exists engine_move (
                id \(connection.dialect.int64) primary key check (id = 1),
                note \(connection.dialect.text) not null
            ) \(connection.dialect.strict)
            """)
    }

    /// The note of a move that was begun and not ended, also where none ever was.
    static func unended(_ connection: Connection) throws -> MoveNote? {
        try connection.row(connection.dialect.table("engine_move")) == nil ? nil : note(connection)
    }

    static func note(_ connection: Connection) throws -> MoveNote? {
        try connection.row("select note from engine_move where id = 1").map {
            try JSONText.decode(from: try $0["note"])
        }
    }

    static func save(_ connection: Connection, _ note: MoveNote) throws {
        try connection.execute(
            """
            insert into engine_move (id, note) values (1, $1) on conflict (id) do update set note = excluded.note
            """, [try JSONText.encode(note)])
    }

    /// Without the triggers that tell reports of every row: those of the target are made from the beginning, after it.
    static func removeMarking(_ connection: Connection) throws {
        for statement in Schema.withoutReportTriggers(connection.dialect) { try connection.execute(statement) }
    }

    static func restoreMarking(_ connection: Connection) throws {
        try removeMarking(connection)
        for statement in Schema.reportTriggers(connection.dialect) { try connection.execute(statement) }
    }

    static func dropNotes(_ connection: Connection) throws {
        try connection.execute("drop table engine_move")
    }

    /// What tells this installation from every other one: a hash over the secret of its oldest account.
    static func mark(_ connection: Connection) throws -> String {
        let row = try connection.row("select location_id, form_secret from accounts order by id limit 1")
        guard let row else { return "" }
        let location: String = try row["location_id"]
        let secret: [UInt8] = try row["form_secret"]
        return Secret.hash(location + secret.map { String($0) }.joined(separator: ",")).map { String($0) }
            .joined(separator: ".")
    }

    static func isEmpty(_ connection: Connection) throws -> Bool {
        let account = try connection.row("select id from accounts limit 1")
        let user = try connection.row("select id from users limit 1")
        return account == nil && user == nil
    }

    static func hasAccount(_ connection: Connection, numbered id: AccountID) throws -> Bool {
        try connection.row("select id from accounts where id = $1", [id]) != nil
    }

    static func nextAccount(_ connection: Connection) throws -> AccountID {
        try connection.row("select coalesce(max(id), 0) + 1 as id from accounts")?["id"] ?? AccountID(rawValue: 1)
    }

    /// The oldest moment in a table of page views or custom events; nil when it is empty.
    static func oldest(_ connection: Connection, of table: String) throws -> Milliseconds? {
        let accounts: [AccountID] = try connection.rows("select id from accounts order by id").map { try $0["id"] }
        return try accounts.compactMap { account -> Milliseconds? in
            try connection.row(
                "select occurred_at from \(table) where account_id = $1 order by occurred_at limit 1", [account]
            )?["occurred_at"]
        }.min()
    }
}
