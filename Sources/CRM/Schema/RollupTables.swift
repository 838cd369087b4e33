import Database

extension Schema {
    /// What reports read in place of parts, where all they ask is how many.
    @Sendable static func rollups(_ d: Dialect) -> [String] {
        let columns: [String?] = [
            """
            create table report_rollup_columns (
                account_id \(d.int64) not null,
                rollup \(d.text) not null,
                days \(d.int64) not null,
                from_at \(d.int64) not null,
                name \(d.text) not null,
                data \(d.blob) not null,
                primary key (account_id, rollup, days, from_at, name)
            ) \(d.strict)
            """,
            d == .postgres ? "alter table report_rollup_columns alter column data set storage external" : nil,
        ]
        return columns.compactMap { $0 } + [
            // A block of days in which nothing happened is kept too, so that it is not looked for again.
            """
            create table report_rollups (
                account_id \(d.int64) not null,
                rollup \(d.text) not null,
                days \(d.int64) not null check (days > 0),
                from_at \(d.int64) not null,
                to_at \(d.int64) not null,
                rows \(d.int64) not null check (rows >= 0),
                primary key (account_id, rollup, days, from_at),
                check (from_at < to_at)
            ) \(d.clustered)
            """,
            // When an account is to be looked at for blocks that it lacks; nothing: its facts have to be there first.
            "alter table report_states add column rollup_at \(d.int64)",
            "update report_states set rollup_at = 0 where place_at is null",
            "create index report_states_to_roll_up on report_states (rollup_at) where rollup_at is not null",
        ] + rollupStatistics(d)
    }

    /// See `plannerStatistics`: the same for these tables.
    private static func rollupStatistics(_ d: Dialect) -> [String] {
        guard d == .sqlite else { return [] }
        let rows = [
            ("report_rollups", "report_rollups", "40000 8000 1000 250 1"),
            ("report_rollup_columns", "sqlite_autoindex_report_rollup_columns_1", "300000 60000 8000 2000 8 1"),
            ("report_states", "report_states_to_roll_up", "10 1"),
        ]
        let values = rows.map { "('\($0.0)', '\($0.1)', '\($0.2)')" }.joined(separator: ", ")
        return ["insert into sqlite_stat1 (tbl, idx, stat) values \(values)", "analyze sqlite_schema"]
    }
}
