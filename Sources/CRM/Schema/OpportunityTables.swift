import Database

extension Schema {
    /// Pipelines with their stages, opportunities with their history, and the currency of an account.
    ///
    /// A user id points to no row, as in `contactRecords`.
    @Sendable static func opportunities(_ d: Dialect) -> [String] {
        pipelineTables(d) + opportunityTables(d) + opportunityParts(d) + opportunityIndexes + firstPipelines
            + opportunityStatistics(d)
    }

    private static func pipelineTables(_ d: Dialect) -> [String] {
        [
            "alter table accounts add column currency \(d.text) not null default 'USD' check (length(currency) = 3)",
            """
            create table pipelines (
                account_id \(d.int64) not null references accounts (id),
                id \(d.text) not null,
                name \(d.text) not null check (name <> ''),
                created_at \(d.int64) not null,
                updated_at \(d.int64) not null,
                primary key (account_id, id)
            ) \(d.clustered)
            """,
            """
            create table pipeline_stages (
                account_id \(d.int64) not null,
                pipeline_id \(d.text) not null,
                id \(d.text) not null,
                name \(d.text) not null check (name <> ''),
                position \(d.int64) not null,
                probability \(d.int64) check (probability between 0 and 100),
                primary key (account_id, pipeline_id, id),
                foreign key (account_id, pipeline_id) references pipelines (account_id, id) on delete cascade
            ) \(d.clustered)
            """,
            """
            create table lost_reasons (
                account_id \(d.int64) not null references accounts (id),
                id \(d.text) not null,
                name \(d.text) not null check (name <> ''),
                created_at \(d.int64) not null,
                updated_at \(d.int64) not null,
                removed \(d.bool) not null default \(d.no),
                primary key (account_id, id)
            ) \(d.clustered)
            """,
        ]
    }

    private static func opportunityTables(_ d: Dialect) -> [String] {
        [
            """
            create table opportunities (
                account_id \(d.int64) not null,
                id \(d.text) not null,
                contact_id \(d.text) not null,
                name \(d.text) not null check (name <> ''),
                name_key \(d.text) not null,
                pipeline_id \(d.text) not null,
                stage_id \(d.text) not null,
                status \(d.text) not null check (status in ('open', 'won', 'lost', 'abandoned')),
                value \(d.int64) not null check (value >= 0),
                currency \(d.text) not null check (length(currency) = 3),
                assigned_to \(d.text),
                source \(d.text),
                lost_reason_id \(d.text),
                closes_on \(d.text),
                first_closes_on \(d.text),
                slips \(d.int64) not null default 0,
                slipped_at \(d.int64),
                probability \(d.int64) check (probability between 0 and 100),
                created_at \(d.int64) not null,
                updated_at \(d.int64) not null,
                status_changed_at \(d.int64) not null,
                stage_changed_at \(d.int64) not null,
                primary key (account_id, id),
                foreign key (account_id, contact_id) references contacts (account_id, id) on delete cascade,
                foreign key (account_id, pipeline_id, stage_id)
                    references pipeline_stages (account_id, pipeline_id, id),
                foreign key (account_id, lost_reason_id) references lost_reasons (account_id, id)
            ) \(d.clustered)
            """
        ]
    }

    private static func opportunityParts(_ d: Dialect) -> [String] {
        let parent =
            "foreign key (account_id, opportunity_id) references opportunities (account_id, id) on delete cascade"
        return [
            """
            create table opportunity_terms (
                account_id \(d.int64) not null,
                term \(d.text) not null,
                opportunity_id \(d.text) not null,
                primary key (account_id, term, opportunity_id),
                \(parent)
            ) \(d.clustered)
            """,
            "create index opportunity_terms_by_opportunity on opportunity_terms (account_id, opportunity_id)",
            """
            create table opportunity_followers (
                account_id \(d.int64) not null,
                opportunity_id \(d.text) not null,
                user_id \(d.text) not null,
                followed_at \(d.int64) not null,
                primary key (account_id, opportunity_id, user_id),
                \(parent)
            ) \(d.clustered)
            """,
            "create index opportunity_followers_by_user on opportunity_followers (account_id, user_id, opportunity_id)",
            """
            create table opportunity_field_values (
                account_id \(d.int64) not null,
                opportunity_id \(d.text) not null,
                field_id \(d.text) not null,
                value \(d.text) not null check (value <> ''),
                primary key (account_id, opportunity_id, field_id),
                foreign key (account_id, field_id) references custom_fields (account_id, id) on delete cascade,
                \(parent)
            ) \(d.clustered)
            """,
            "create index opportunity_field_values_by_field on opportunity_field_values (account_id, field_id)",
            """
            create table opportunity_changes (
                account_id \(d.int64) not null,
                opportunity_id \(d.text) not null,
                id \(d.text) not null,
                at \(d.int64) not null,
                kind \(d.text) not null check (kind in ('created', 'status', 'stage', 'value', 'owner')),
                before_value \(d.text),
                after_value \(d.text),
                author \(d.text) not null,
                primary key (account_id, opportunity_id, id),
                \(parent)
            ) \(d.clustered)
            """,
        ]
    }

    private static let opportunityIndexes = [
        "create index opportunities_by_age on opportunities (account_id, created_at, id)",
        "create index opportunities_by_update on opportunities (account_id, updated_at, id)",
        "create index opportunities_by_name on opportunities (account_id, name_key, id)",
        "create index opportunities_by_value on opportunities (account_id, value, id)",
        // A column of the board, and the totals above it.
        "create index opportunities_by_stage on opportunities (account_id, stage_id, status, created_at, id)",
        """
        create index opportunities_by_worth on opportunities
            (account_id, pipeline_id, stage_id, status, currency, probability, value)
        """,
        // What a report counts: who was won, and when.
        """
        create index opportunities_by_status on opportunities
            (account_id, status, status_changed_at, contact_id, currency, value)
        """,
        "create index opportunities_by_contact on opportunities (account_id, contact_id, created_at, id)",
        """
        create index opportunities_by_assignee on opportunities (account_id, assigned_to, created_at, id)
            where assigned_to is not null
        """,
        """
        create index opportunities_by_lost_reason on opportunities (account_id, lost_reason_id)
            where lost_reason_id is not null
        """,
    ]

    /// An account that is older than pipelines gets the one that a new account begins with.
    private static let firstPipelines =
        [
            """
            insert into pipelines (account_id, id, name, created_at, updated_at)
            select id, location_id, 'Sales', created_at, created_at from accounts
            """
        ]
        + [("New lead", 10), ("Contacted", 25), ("Consult booked", 50), ("Proposal sent", 75)].enumerated().map {
            """
            insert into pipeline_stages (account_id, pipeline_id, id, name, position, probability)
            select id, location_id, location_id || '\($0)', '\($1.0)', \($0), \($1.1) from accounts
            """
        }

    /// See `plannerStatistics`: the same for these tables.
    private static func opportunityStatistics(_ d: Dialect) -> [String] {
        switch d {
        case .sqlite:
            let rows = [
                ("pipelines", "pipelines", "15 3 1"),
                ("pipeline_stages", "pipeline_stages", "75 15 5 1"),
                ("lost_reasons", "lost_reasons", "50 10 1"),
                ("opportunities", "opportunities", "400000 80000 1"),
                ("opportunities", "opportunities_by_age", "400000 80000 1 1"),
                ("opportunities", "opportunities_by_update", "400000 80000 1 1"),
                ("opportunities", "opportunities_by_name", "400000 80000 2 1"),
                ("opportunities", "opportunities_by_value", "400000 80000 200 1"),
                ("opportunities", "opportunities_by_stage", "400000 80000 5000 1500 1 1"),
                ("opportunities", "opportunities_by_worth", "400000 80000 25000 5000 1500 1400 1300 10"),
                ("opportunities", "opportunities_by_status", "400000 80000 20000 1 1 1 1"),
                ("opportunities", "opportunities_by_contact", "400000 80000 2 1 1"),
                ("opportunities", "opportunities_by_assignee", "300000 60000 6000 1 1"),
                ("opportunities", "opportunities_by_lost_reason", "80000 16000 1600"),
                ("opportunity_terms", "opportunity_terms", "1000000 200000 20 1"),
                ("opportunity_terms", "opportunity_terms_by_opportunity", "1000000 200000 3"),
                ("opportunity_followers", "opportunity_followers", "100000 20000 2 1"),
                ("opportunity_followers", "opportunity_followers_by_user", "100000 20000 2000 1"),
                ("opportunity_field_values", "opportunity_field_values", "400000 80000 3 1"),
                ("opportunity_field_values", "opportunity_field_values_by_field", "400000 80000 20000"),
                ("opportunity_changes", "opportunity_changes", "1500000 300000 4 1"),
            ]
            let values = rows.map { "('\($0.0)', '\($0.1)', '\($0.2)')" }.joined(separator: ", ")
            return ["insert into sqlite_stat1 (tbl, idx, stat) values \(values)", "analyze sqlite_schema"]
        case .postgres: return []
        }
    }
}
