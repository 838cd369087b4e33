import Database

extension Schema {
    /// Files of ad costs that are taken in step by step, and since when reports follow other rules.
    @Sendable static func underway(_ d: Dialect) -> [String] {
        rulesUnderway(d) + adCostImports(d) + underwayStatistics(d)
    }

    /// Rules that came into use while the facts were being made anew may be why they are.
    private static func rulesUnderway(_ d: Dialect) -> [String] {
        [
            "alter table report_states add column rules_since \(d.int64)",
            """
            update report_states set rules_since = (
                select rule_revisions.published_at from rule_revisions join accounts
                    on accounts.id = rule_revisions.account_id and accounts.rules_revision = rule_revisions.revision
                where rule_revisions.account_id = report_states.account_id)
            where place_at is not null and ready = \(d.yes)
            """,
        ]
    }

    private static func adCostImports(_ d: Dialect) -> [String] {
        [
            // A job with its place: whoever holds the lease takes the next step.
            """
            create table ad_cost_imports (
                account_id \(d.int64) not null references accounts (id),
                id \(d.text) not null,
                state \(d.text) not null check (state in ('queued', 'running', 'done', 'failed')),
                dry_run \(d.bool) not null,
                platform \(d.text) not null check (platform in ('google', 'facebook')),
                dates \(d.text),
                currency \(d.text) not null check (length(currency) = 3),
                total \(d.int64) not null,
                done \(d.int64) not null,
                tally \(d.text) not null,
                result \(d.text),
                problem \(d.text),
                started_at \(d.int64) not null,
                finished_at \(d.int64),
                step \(d.int64) not null,
                failures \(d.int64) not null,
                lease_owner \(d.text),
                lease_until \(d.int64) not null,
                primary key (account_id, id),
                check (done >= 0 and done <= total),
                check ((state = 'done') = (result is not null)),
                check ((state = 'failed') = (problem is not null))
            ) \(d.strict)
            """,
            """
            create index ad_cost_imports_to_run on ad_cost_imports (started_at, account_id, id)
                where state in ('queued', 'running')
            """,
            // The file in small pieces: a row that is as long as a file is copied as a whole wherever it goes.
            """
            create table ad_cost_import_pieces (
                account_id \(d.int64) not null,
                import_id \(d.text) not null,
                piece \(d.int64) not null,
                data \(d.blob) not null,
                primary key (account_id, import_id, piece),
                foreign key (account_id, import_id) references ad_cost_imports (account_id, id) on delete cascade
            ) \(d.strict)
            """,
        ]
    }

    /// See `plannerStatistics`: the same for these tables.
    private static func underwayStatistics(_ d: Dialect) -> [String] {
        guard d == .sqlite else { return [] }
        let rows = [
            ("ad_cost_imports", "sqlite_autoindex_ad_cost_imports_1", "200 20 1"),
            ("ad_cost_imports", "ad_cost_imports_to_run", "2 1 1 1"),
            ("ad_cost_import_pieces", "sqlite_autoindex_ad_cost_import_pieces_1", "500 200 100 1"),
        ]
        let values = rows.map { "('\($0.0)', '\($0.1)', '\($0.2)')" }.joined(separator: ", ")
        return ["insert into sqlite_stat1 (tbl, idx, stat) values \(values)", "analyze sqlite_schema"]
    }
}
