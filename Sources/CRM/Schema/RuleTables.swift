import Database

extension Schema {
    /// Rule books, what they are tried out with, and what they say beside the verdicts that are locked.
    @Sendable static func rules(_ d: Dialect) -> [String] {
        books(d) + replays(d) + opinions(d) + [
            // The revision in use; null until something is published.
            "alter table accounts add column rules_revision \(d.int64)",
            "alter table sessions add column rules_revision \(d.int64)",
            "alter table sessions add column sub_label \(d.text)",
            "alter table attributions add column rules_revision \(d.int64)",
            "alter table attributions add column sub_label \(d.text)",
        ]
    }

    private static func books(_ d: Dialect) -> [String] {
        [
            """
            create table rule_drafts (
                account_id \(d.int64) primary key references accounts (id),
                version \(d.text) not null,
                document \(d.text) not null,
                based_on \(d.int64) not null,
                updated_at \(d.int64) not null,
                author \(d.text) not null
            ) \(d.strict)
            """,
            """
            create table rule_revisions (
                account_id \(d.int64) not null references accounts (id),
                revision \(d.int64) not null check (revision >= 0),
                document \(d.text) not null,
                rule_set \(d.text) not null,
                rule_set_version \(d.int64) not null,
                catalogue_version \(d.int64) not null,
                own_rules \(d.int64) not null,
                state \(d.text) not null check (state in ('evaluating', 'kept', 'retired', 'cancelled')),
                has_opinions \(d.bool) not null,
                started_at \(d.int64) not null,
                published_at \(d.int64),
                author \(d.text),
                comment \(d.text),
                moved \(d.text),
                primary key (account_id, revision),
                check (state <> 'kept' or published_at is not null)
            ) \(d.clustered)
            """,
            // At most one publication runs in an account.
            "create unique index rule_revisions_evaluating on rule_revisions (account_id) where state = 'evaluating'",
            """
            create index rule_revisions_judging on rule_revisions (account_id, revision)
                where state in ('evaluating', 'kept')
            """,
            """
            create index rule_revisions_to_prune on rule_revisions (account_id, revision)
                where has_opinions and state in ('retired', 'cancelled')
            """,
        ]
    }

    private static func replays(_ d: Dialect) -> [String] {
        [
            // A job with its place: whoever holds the lease takes the next step.
            """
            create table replays (
                account_id \(d.int64) not null references accounts (id),
                id \(d.text) not null,
                kind \(d.text) not null check (kind in ('preview', 'publication')),
                state \(d.text) not null check (state in ('queued', 'running', 'done', 'cancelled', 'failed')),
                revision \(d.int64),
                draft_version \(d.text),
                base_revision \(d.int64) not null,
                document \(d.text) not null,
                author \(d.text) not null,
                started_at \(d.int64) not null,
                finished_at \(d.int64),
                phase \(d.text) not null check (phase in ('sessions', 'attributions')),
                session_cursor \(d.blob),
                attribution_cursor \(d.text),
                step \(d.int64) not null,
                stepped_at \(d.int64) not null,
                done \(d.int64) not null,
                total \(d.int64),
                counts \(d.text) not null,
                failures \(d.int64) not null,
                lease_owner \(d.text),
                lease_until \(d.int64) not null,
                primary key (account_id, id),
                check ((kind = 'publication') = (revision is not null))
            ) \(d.strict)
            """,
            """
            create index replays_to_run on replays (stepped_at, account_id, id)
                where state in ('queued', 'running')
            """,
            """
            create table replay_samples (
                account_id \(d.int64) not null,
                replay_id \(d.text) not null,
                view \(d.text) not null check (view in ('first', 'latest', 'touches')),
                from_source \(d.text) not null,
                to_source \(d.text) not null,
                ordinal \(d.int64) not null,
                attribution_id \(d.text),
                session_id \(d.blob),
                old_rule \(d.text),
                new_rule \(d.text) not null,
                primary key (account_id, replay_id, view, from_source, to_source, ordinal),
                foreign key (account_id, replay_id) references replays (account_id, id) on delete cascade,
                check ((attribution_id is null) <> (session_id is null))
            ) \(d.clustered)
            """,
        ]
    }

    private static func opinions(_ d: Dialect) -> [String] {
        [
            """
            create table session_opinions (
                account_id \(d.int64) not null references accounts (id),
                revision \(d.int64) not null,
                session_id \(d.blob) not null,
                source \(d.text) not null,
                rule_number \(d.text) not null,
                sub_label \(d.text),
                primary key (account_id, revision, session_id)
            ) \(d.clustered)
            """,
            """
            create table attribution_opinions (
                account_id \(d.int64) not null,
                revision \(d.int64) not null,
                attribution_id \(d.text) not null,
                source \(d.text) not null,
                rule_number \(d.text) not null,
                sub_label \(d.text),
                verdict \(d.text) not null,
                carried_from_at \(d.int64),
                landing_url \(d.text),
                landing_referrer \(d.text),
                primary key (account_id, revision, attribution_id),
                foreign key (account_id, attribution_id) references attributions (account_id, id) on delete cascade
            ) \(d.clustered)
            """,
            // An erased contact takes its opinions along.
            """
            create index attribution_opinions_by_attribution on attribution_opinions (account_id, attribution_id)
            """,
        ]
    }

    /// See `plannerStatistics`: the same for the tables of rule books.
    @Sendable static func ruleStatistics(_ d: Dialect) -> [String] {
        switch d {
        case .sqlite:
            let rows = [
                ("rule_revisions", "rule_revisions", "500 10 1"),
                ("rule_revisions", "rule_revisions_evaluating", "1 1"),
                ("rule_revisions", "rule_revisions_judging", "200 5 1"),
                ("rule_revisions", "rule_revisions_to_prune", "5 1 1"),
                ("replays", "sqlite_autoindex_replays_1", "1000 20 1"),
                ("replays", "replays_to_run", "2 1 1 1"),
                ("replay_samples", "replay_samples", "100000 10000 500 200 100 20 1"),
                ("session_opinions", "session_opinions", "500000 100000 20000 1"),
                ("attribution_opinions", "attribution_opinions", "500000 100000 20000 1"),
                ("attribution_opinions", "attribution_opinions_by_attribution", "500000 100000 3"),
            ]
            let values = rows.map { "('\($0.0)', '\($0.1)', '\($0.2)')" }.joined(separator: ", ")
            return [
                "insert into sqlite_stat1 (tbl, idx, stat) values \(values)",
                "analyze sqlite_schema",
            ]
        case .postgres: return []
        }
    }
}
