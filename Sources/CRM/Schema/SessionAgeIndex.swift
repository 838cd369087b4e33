import Database

extension Schema {
    /// The visits of an account by age, and what SQLite's planner should think of the index.
    @Sendable static func sessionAgeIndex(_ d: Dialect) -> [String] {
        let index = "create index sessions_by_age on sessions (account_id, started_at, id)"
        switch d {
        case .sqlite:
            return [
                index,
                """
                insert into sqlite_stat1 (tbl, idx, stat)
                values ('sessions', 'sessions_by_age', '1000000 200000 1 1')
                """,
                "analyze sqlite_schema",
            ]
        case .postgres: return [index]
        }
    }
}
