import Database

extension Schema {
    /// Trigger links, and who opened them.
    @Sendable static func links(_ d: Dialect) -> [String] {
        [
            // One that is deleted keeps its row: what was clicked has a name.
            """
            create table trigger_links (
                account_id \(d.int64) not null references accounts (id),
                id \(d.text) not null,
                code \(d.text) not null unique,
                name \(d.text) not null check (name <> ''),
                target \(d.text) not null,
                created_at \(d.int64) not null,
                updated_at \(d.int64) not null,
                deleted_at \(d.int64),
                primary key (account_id, id)
            ) \(d.strict)
            """,
            """
            create table link_clicks (
                account_id \(d.int64) not null,
                id \(d.text) not null,
                link_id \(d.text) not null,
                contact_id \(d.text) not null,
                at \(d.int64) not null,
                sign \(d.text) check (sign in ('head', 'prefetch', 'agent', 'headless', 'burst')),
                user_agent \(d.text),
                target \(d.text) not null,
                primary key (account_id, id),
                foreign key (account_id, link_id) references trigger_links (account_id, id),
                foreign key (account_id, contact_id) references contacts (account_id, id) on delete cascade
            ) \(d.clustered)
            """,
            "create index link_clicks_by_contact on link_clicks (account_id, contact_id, at, id)",
            // Everything that a tally counts.
            "create index link_clicks_by_link on link_clicks (account_id, link_id, sign, contact_id, at)",
        ] + linkStatistics(d)
    }

    /// See `plannerStatistics`: the same for these tables.
    private static func linkStatistics(_ d: Dialect) -> [String] {
        switch d {
        case .sqlite:
            let rows = [
                ("trigger_links", "trigger_links", "1000 200 1"),
                ("link_clicks", "link_clicks", "1000000 200000 1"),
                ("link_clicks", "link_clicks_by_contact", "1000000 200000 5 1 1"),
                ("link_clicks", "link_clicks_by_link", "1000000 200000 2000 700 5 1"),
            ]
            let values = rows.map { "('\($0.0)', '\($0.1)', '\($0.2)')" }.joined(separator: ", ")
            return ["insert into sqlite_stat1 (tbl, idx, stat) values \(values)", "analyze sqlite_schema"]
        case .postgres: return []
        }
    }
}
