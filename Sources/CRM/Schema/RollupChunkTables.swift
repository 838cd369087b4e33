import Database

extension Schema {
    /// Roll-ups whose rows lie in the order of their codes, in chunks. What there was is made anew.
    @Sendable static func rollupChunks(_ d: Dialect) -> [String] {
        let statements: [String?] = [
            "drop table report_rollup_columns",
            "drop table report_rollups",
            """
            create table report_rollup_chunks (
                account_id \(d.int64) not null,
                rollup \(d.text) not null,
                days \(d.int64) not null,
                from_at \(d.int64) not null,
                chunk \(d.int64) not null,
                data \(d.blob) not null,
                primary key (account_id, rollup, days, from_at, chunk)
            ) \(d.strict)
            """,
            d == .postgres ? "alter table report_rollup_chunks alter column data set storage external" : nil,
            // A block of days in which nothing happened is kept too, without chunks, so that it is not looked for again.
            """
            create table report_rollups (
                account_id \(d.int64) not null,
                rollup \(d.text) not null,
                days \(d.int64) not null check (days > 0),
                from_at \(d.int64) not null,
                to_at \(d.int64) not null,
                chunks \(d.blob) not null,
                primary key (account_id, rollup, days, from_at),
                check (from_at < to_at)
            ) \(d.clustered)
            """,
            "update report_states set rollup_at = 0 where place_at is null",
        ]
        return statements.compactMap { $0 } + rollupChunkStatistics(d)
    }

    /// There is one roll-up more: every account is looked at for its blocks.
    @Sendable static func rollupsOfMediums(_: Dialect) -> [String] {
        ["update report_states set rollup_at = 0 where place_at is null"]
    }

    /// See `plannerStatistics`: the same for these tables.
    private static func rollupChunkStatistics(_ d: Dialect) -> [String] {
        guard d == .sqlite else { return [] }
        let rows = [
            ("report_rollups", "report_rollups", "40000 8000 1000 250 1"),
            ("report_rollup_chunks", "sqlite_autoindex_report_rollup_chunks_1", "60000 12000 1500 400 2 1"),
        ]
        let values = rows.map { "('\($0.0)', '\($0.1)', '\($0.2)')" }.joined(separator: ", ")
        return ["insert into sqlite_stat1 (tbl, idx, stat) values \(values)", "analyze sqlite_schema"]
    }
}
