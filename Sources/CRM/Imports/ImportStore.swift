import Database

/// The SQL of imports.
enum ImportStore {
    private static let columns =
        "id, file_name, done, created, updated, skipped, refused, started_at, finished_at"

    static func insert(
        _ connection: Connection, _ account: AccountID, _ run: ImportRun, _ fingerprint: String
    ) throws {
        try connection.execute(
            """
            insert into imports (
                account_id, id, file_name, fingerprint, done, created, updated, skipped, refused, started_at)
            values ($1, $2, $3, $4, 0, 0, 0, 0, 0, $5)
            """, [account, run.id, run.fileName, fingerprint, run.startedAt])
    }

    /// - Parameter done: how many records were dealt with before.
    /// - Throws: `ImportError.elsewhere` when somebody else has dealt with more of them meanwhile.
    static func save(
        _ connection: Connection, _ account: AccountID, _ run: ImportRun, after done: Int
    ) throws {
        let saved = try connection.execute(
            """
            update imports set done = $3, created = $4, updated = $5, skipped = $6, refused = $7, finished_at = $8
            where account_id = $1 and id = $2 and done = $9
            """,
            [account, run.id, run.done, run.created, run.updated, run.left, run.refused, run.finishedAt, done])
        if saved == 0 { throw ImportError.elsewhere }
    }

    /// The last import of the same file.
    static func last(_ connection: Connection, _ account: AccountID, _ fingerprint: String) throws -> ImportRun? {
        try connection.row(
            """
            select \(columns) from imports where account_id = $1 and fingerprint = $2 order by id desc limit 1
            """, [account, fingerprint]
        ).map(run)
    }

    static func all(_ connection: Connection, _ account: AccountID) throws -> [ImportRun] {
        try connection.rows(
            "select \(columns) from imports where account_id = $1 order by id desc limit 100", [account]
        ).map(run)
    }

    private static func run(_ row: Row) throws -> ImportRun {
        var run = ImportRun(id: try row["id"], fileName: try row["file_name"], startedAt: try row["started_at"])
        run.done = try row["done"]
        run.created = try row["created"]
        run.updated = try row["updated"]
        run.left = try row["skipped"]
        run.refused = try row["refused"]
        run.finishedAt = try row["finished_at"]
        return run
    }
}
