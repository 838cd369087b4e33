import Database

extension Schema {
    /// What reports read: facts in columns, what their codes stand for, and what has to be read again.
    ///
    /// All of it is made of other tables and can be thrown away; see `docs/decisions/0017`.
    @Sendable static func reports(_ d: Dialect) -> [String] {
        reportTables(d) + reportStates(d) + reportTriggers(d) + reportStatistics(d)
    }

    private static func reportTables(_ d: Dialect) -> [String] {
        let columns = [
            """
            create table report_columns (
                account_id \(d.int64) not null,
                subject \(d.text) not null,
                from_at \(d.int64) not null,
                name \(d.text) not null,
                data \(d.blob) not null,
                primary key (account_id, subject, from_at, name)
            ) \(d.strict)
            """,
            // Nothing is gained by packing what is read far more often than it is written.
            d == .postgres ? "alter table report_columns alter column data set storage external" : nil,
        ]
        return columns.compactMap { $0 } + [
            """
            create table report_parts (
                account_id \(d.int64) not null,
                subject \(d.text) not null,
                from_at \(d.int64) not null,
                to_at \(d.int64) not null,
                rows \(d.int64) not null check (rows > 0),
                primary key (account_id, subject, from_at),
                check (from_at < to_at)
            ) \(d.clustered)
            """,
            // A value is found by the first sixteen bytes of its SHA-256: PostgreSQL has no index for long texts.
            """
            create table report_values (
                account_id \(d.int64) not null,
                field \(d.text) not null,
                code \(d.int64) not null check (code > 0),
                value \(d.text) not null check (value <> ''),
                digest \(d.blob) not null,
                primary key (account_id, field, code)
            ) \(d.clustered)
            """,
            "create unique index report_values_by_digest on report_values (account_id, field, digest)",
            // Only ever appended to, and deleted from by number: a change that comes while a part is being made stays.
            """
            create table report_marks (
                seq \(d == .sqlite ? "integer primary key" : "bigint generated always as identity primary key"),
                account_id \(d.int64) not null,
                kind \(d.text) not null,
                at \(d.int64),
                contact \(d.text),
                check ((at is null) <> (contact is null))
            ) \(d.strict)
            """,
        ]
    }

    /// How far an account's facts are, and what else hangs on them.
    private static func reportStates(_ d: Dialect) -> [String] {
        [
            // A place means that everything is being made again from there on; `walk` counts how often that began.
            """
            create table report_states (
                account_id \(d.int64) not null,
                epoch \(d.int64) not null default 0,
                ready \(d.bool) not null,
                walk \(d.int64) not null default 0,
                place_subject \(d.text),
                place_at \(d.int64),
                built_rows \(d.int64) not null default 0,
                all_rows \(d.int64),
                sweep_at \(d.int64),
                sweep_field \(d.text) not null default '',
                primary key (account_id),
                check ((place_subject is null) = (place_at is null))
            ) \(d.clustered)
            """,
            "create index report_states_building on report_states (account_id) where place_at is not null",
            "create index report_states_to_sweep on report_states (sweep_at) where sweep_at is not null",
            """
            insert into report_states (account_id, ready, place_subject, place_at)
            select id, \(d.no), 'visits', \(Int64.min + 1) from accounts
            """,
            "insert into jobs (name) values ('reports')",
            """
            alter table accounts add column week_starts_on \(d.text) not null default 'sunday'
                check (week_starts_on in ('sunday', 'monday', 'saturday'))
            """,
            // Reports go by when an event happened, not by when it came in.
            """
            create index conversions_by_moment on conversions (account_id, occurred_at, id)
                where status in ('accepted', 'split') and kind <> 'update'
            """,
        ]
    }

    /// See `plannerStatistics`: the same for these tables.
    private static func reportStatistics(_ d: Dialect) -> [String] {
        guard d == .sqlite else { return [] }
        let rows = [
            ("conversions", "conversions_by_moment", "900000 180000 1 1"),
            ("report_columns", "sqlite_autoindex_report_columns_1", "1000000 200000 50000 25 1"),
            ("report_parts", "report_parts", "40000 8000 2000 1"),
            ("report_values", "report_values", "1000000 200000 5000 1"),
            ("report_values", "report_values_by_digest", "1000000 200000 5000 1"),
            ("report_states", "report_states", "10 1"),
            ("report_states", "report_states_building", "2 1"),
            ("report_states", "report_states_to_sweep", "2 1"),
        ]
        let values = rows.map { "('\($0.0)', '\($0.1)', '\($0.2)')" }.joined(separator: ", ")
        return ["insert into sqlite_stat1 (tbl, idx, stat) values \(values)", "analyze sqlite_schema"]
    }
}
