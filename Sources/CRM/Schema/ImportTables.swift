import Database

extension Schema {
    /// Files that contacts are imported from, and how far each has come.
    @Sendable static func imports(_ d: Dialect) -> [String] {
        [
            """
            create table imports (
                account_id \(d.int64) not null references accounts (id),
                id \(d.text) not null,
                file_name \(d.text) not null,
                fingerprint \(d.text) not null,
                done \(d.int64) not null,
                created \(d.int64) not null,
                updated \(d.int64) not null,
                skipped \(d.int64) not null,
                refused \(d.int64) not null,
                started_at \(d.int64) not null,
                finished_at \(d.int64),
                primary key (account_id, id)
            ) \(d.strict)
            """,
            "create index imports_by_fingerprint on imports (account_id, fingerprint, id)",
        ] + importStatistics(d)
    }

    /// See `plannerStatistics`: the same for this table.
    private static func importStatistics(_ d: Dialect) -> [String] {
        guard d == .sqlite else { return [] }
        return [
            """
            insert into sqlite_stat1 (tbl, idx, stat) values ('imports', 'imports_by_fingerprint', '1000 20 1 1')
            """,
            "analyze sqlite_schema",
        ]
    }
}
