import Database

/// The SQL of dashboards.
enum DashboardStore {
    private static let columns = "account_id, id, name, document, revision, created_at, updated_at"

    static func insert(
        _ connection: Connection, _ account: AccountID, _ id: DashboardID, _ draft: DashboardDraft, now: Milliseconds
    ) throws {
        try connection.execute(
            "insert into dashboards (\(columns)) values ($1, $2, $3, $4, 1, $5, $5)",
            [account, id, draft.name.trimmed, try JSONText.encode(DashboardDocument(draft)), now])
    }

    /// False when it has another revision meanwhile, or is gone.
    static func update(
        _ connection: Connection, _ account: AccountID, _ id: DashboardID, _ draft: DashboardDraft, revision: Int,
        now: Milliseconds
    ) throws -> Bool {
        try connection.execute(
            """
            update dashboards set name = $4, document = $5, revision = revision + 1, updated_at = $6
            where account_id = $1 and id = $2 and revision = $3
            """,
            [
                account, id, revision, draft.name.trimmed, try JSONText.encode(DashboardDocument(draft)), now,
            ]) > 0
    }

    static func delete(_ connection: Connection, _ account: AccountID, _ id: DashboardID) throws -> Bool {
        try connection.execute("delete from dashboards where account_id = $1 and id = $2", [account, id]) > 0
    }

    /// Ids sort by time.
    static func all(_ connection: Connection, _ account: AccountID) throws -> [Dashboard] {
        try connection.rows(
            "select \(columns) from dashboards where account_id = $1 order by id limit $2", [account, Dashboard.most]
        ).map(dashboard)
    }

    static func count(_ connection: Connection, _ account: AccountID) throws -> Int {
        try connection.row("select count(*) as count from dashboards where account_id = $1", [account])?["count"] ?? 0
    }

    static func dashboard(
        _ connection: Connection, _ account: AccountID, _ id: DashboardID
    ) throws -> Dashboard? {
        try connection.row("select \(columns) from dashboards where account_id = $1 and id = $2", [account, id])
            .map(dashboard)
    }

    private static func dashboard(_ row: Row) throws -> Dashboard {
        let document: DashboardDocument = try JSONText.decode(from: try row["document"])
        return Dashboard(
            id: try row["id"], account: try row["account_id"], name: try row["name"],
            period: document.period.period ?? .usual, widgets: document.readWidgets(), revision: try row["revision"],
            createdAt: try row["created_at"], updatedAt: try row["updated_at"])
    }
}
