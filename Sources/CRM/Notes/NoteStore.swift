import Database

/// The SQL of notes.
enum NoteStore {
    private static let columns = """
        contact_id, id, body, title, color, pinned, user_id, author, created_at, updated_at
        """

    private static func note(_ row: Row) throws -> ContactNote {
        ContactNote(
            id: try row["id"], contact: try row["contact_id"], body: try row["body"], title: try row["title"],
            color: try row["color"], isPinned: try row["pinned"], user: try row["user_id"],
            author: try row["author"], createdAt: try row["created_at"], updatedAt: try row["updated_at"])
    }

    /// The newest first; those older than `after`, when there is one.
    static func notes(
        _ connection: Connection, _ account: AccountID, _ contact: ContactID, after: NoteID?, limit: Int
    ) throws -> [ContactNote] {
        guard let after else {
            return try connection.rows(
                """
                select \(columns) from notes where account_id = $1 and contact_id = $2 order by id desc limit $3
                """, [account, contact, limit]
            ).map(note)
        }
        return try connection.rows(
            """
            select \(columns) from notes
            where account_id = $1 and contact_id = $2 and id < $3 order by id desc limit $4
            """, [account, contact, after, limit]
        ).map(note)
    }

    static func note(
        _ connection: Connection, _ account: AccountID, _ contact: ContactID, _ id: NoteID
    ) throws -> ContactNote? {
        try connection.row(
            "select \(columns) from notes where account_id = $1 and contact_id = $2 and id = $3",
            [account, contact, id]
        ).map(note)
    }

    static func insert(_ connection: Connection, _ account: AccountID, _ note: ContactNote) throws {
        try connection.execute(
            """
            insert into notes (account_id, \(columns)) values ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11)
            """,
            [
                account, note.contact, note.id, note.body, note.title, note.color, note.isPinned, note.user,
                note.author, note.createdAt, note.updatedAt,
            ])
    }

    static func update(_ connection: Connection, _ account: AccountID, _ note: ContactNote) throws {
        try connection.execute(
            """
            update notes set body = $4, title = $5, color = $6, pinned = $7, user_id = $8, updated_at = $9
            where account_id = $1 and contact_id = $2 and id = $3
            """,
            [
                account, note.contact, note.id, note.body, note.title, note.color, note.isPinned, note.user,
                note.updatedAt,
            ])
    }

    static func delete(_ connection: Connection, _ account: AccountID, _ note: ContactNote) throws {
        try connection.execute(
            "delete from notes where account_id = $1 and contact_id = $2 and id = $3", [account, note.contact, note.id])
    }
}
