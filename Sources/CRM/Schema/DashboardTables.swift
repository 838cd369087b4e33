import Database

extension Schema {
    /// Dashboards, and the addresses under which people without a sign-in see them.
    @Sendable static func dashboards(_ d: Dialect) -> [String] {
        [
            // The document is JSON: period and widgets, which are read and written together.
            """
            create table dashboards (
                account_id \(d.int64) not null references accounts (id),
                id \(d.text) not null,
                name \(d.text) not null check (name <> ''),
                document \(d.text) not null,
                revision \(d.int64) not null check (revision > 0),
                created_at \(d.int64) not null,
                updated_at \(d.int64) not null,
                primary key (account_id, id)
            ) \(d.strict)
            """,
            """
            create table dashboard_links (
                account_id \(d.int64) not null,
                id \(d.text) not null,
                dashboard_id \(d.text) not null,
                name \(d.text) not null,
                token_hash \(d.blob) not null unique,
                created_at \(d.int64) not null,
                expires_at \(d.int64) not null,
                revoked_at \(d.int64),
                primary key (account_id, id),
                foreign key (account_id, dashboard_id) references dashboards (account_id, id) on delete cascade
            ) \(d.strict)
            """,
            "create index dashboard_links_by_dashboard on dashboard_links (account_id, dashboard_id, id)",
        ] + dashboardStatistics(d)
    }

    /// See `plannerStatistics`: the same for these tables.
    private static func dashboardStatistics(_ d: Dialect) -> [String] {
        guard d == .sqlite else { return [] }
        return [
            """
            insert into sqlite_stat1 (tbl, idx, stat)
            values ('dashboard_links', 'dashboard_links_by_dashboard', '1000 200 20 1')
            """,
            "analyze sqlite_schema",
        ]
    }
}
