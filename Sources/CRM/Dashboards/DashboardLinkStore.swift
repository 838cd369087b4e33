import Database

/// The SQL of the addresses of shared dashboards.
enum DashboardLinkStore {
    private static let columns = "account_id, id, dashboard_id, name, created_at, expires_at"

    static func insert(
        _ connection: Connection, _ account: AccountID, _ link: DashboardLink, hash: [UInt8]
    ) throws {
        try connection.execute(
            "insert into dashboard_links (\(columns), token_hash) values ($1, $2, $3, $4, $5, $6, $7)",
            [account, link.id, link.dashboard, link.name, link.createdAt, link.expiresAt, hash])
    }

    /// Those that are not revoked, the newest first; those that have expired are among them.
    static func all(
        _ connection: Connection, _ account: AccountID, _ dashboard: DashboardID
    ) throws -> [DashboardLink] {
        try connection.rows(
            """
            select \(columns) from dashboard_links
            where account_id = $1 and dashboard_id = $2 and revoked_at is null order by id desc limit 100
            """, [account, dashboard]
        ).map(link)
    }

    static func countGood(
        _ connection: Connection, _ account: AccountID, _ dashboard: DashboardID, now: Milliseconds
    ) throws -> Int {
        try connection.row(
            """
            select count(*) as count from dashboard_links
            where account_id = $1 and dashboard_id = $2 and revoked_at is null and expires_at > $3
            """, [account, dashboard, now])?["count"] ?? 0
    }

    /// By the hash alone: that is all an address has.
    static func link(_ connection: Connection, hash: [UInt8]) throws -> (account: AccountID, link: DashboardLink)? {
        try connection.row(
            "select \(columns) from dashboard_links where token_hash = $1 and revoked_at is null", [hash]
        ).map { (try $0["account_id"], try link($0)) }
    }

    static func revoke(
        _ connection: Connection, _ account: AccountID, _ dashboard: DashboardID, _ id: DashboardLinkID,
        now: Milliseconds
    ) throws -> Bool {
        try connection.execute(
            """
            update dashboard_links set revoked_at = $4
            where account_id = $1 and dashboard_id = $2 and id = $3 and revoked_at is null
            """, [account, dashboard, id, now]) > 0
    }

    private static func link(_ row: Row) throws -> DashboardLink {
        DashboardLink(
            id: try row["id"], dashboard: try row["dashboard_id"], name: try row["name"],
            createdAt: try row["created_at"], expiresAt: try row["expires_at"])
    }
}
