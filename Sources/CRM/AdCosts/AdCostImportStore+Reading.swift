import Database

/// The SQL of imports as people look at them.
extension AdCostImportStore {
    /// The newest first.
    static func newest(_ connection: Connection, _ account: AccountID, limit: Int) throws -> [AdCostImport] {
        try connection.rows(
            "select \(columns) from ad_cost_imports where account_id = $1 order by id desc limit $2", [account, limit]
        ).map(found)
    }

    static func find(
        _ connection: Connection, _ account: AccountID, _ id: AdCostImportID
    ) throws -> AdCostImport? {
        try connection.row(
            "select \(columns) from ad_cost_imports where account_id = $1 and id = $2", [account, id]
        ).map(found)
    }

    private static let columns =
        "id, platform, dry_run, state, done, total, started_at, finished_at, result, problem"

    private static func found(_ row: Row) throws -> AdCostImport {
        let result: String? = try row["result"]
        return AdCostImport(
            id: try row["id"], platform: try row["platform"], isDryRun: try row["dry_run"], state: try row["state"],
            done: try row["done"], total: try row["total"], startedAt: try row["started_at"],
            finishedAt: try row["finished_at"],
            report: try result.map { AdCostReport(try JSONText.decode(AdCostReportDocument.self, from: $0)) },
            problem: try row["problem"])
    }
}
