import Database

extension Schema {
    /// What others are told: their addresses, the events, and each delivery of one to the other.
    @Sendable static func outbox(_ d: Dialect) -> [String] {
        webhooks(d) + events(d) + sync(d) + outboxStatistics(d)
    }

    private static func webhooks(_ d: Dialect) -> [String] {
        [
            // The lease lets one node at a time send to an address: that keeps the order.
            """
            create table webhooks (
                account_id \(d.int64) not null references accounts (id),
                id \(d.text) not null,
                name \(d.text) not null,
                url \(d.text) not null,
                events \(d.text) not null,
                paused \(d.bool) not null default \(d.no),
                secret \(d.text) not null,
                former_secret \(d.text),
                former_until \(d.int64),
                failures \(d.int64) not null default 0,
                quiet_until \(d.int64) not null default 0,
                served_at \(d.int64) not null default 0,
                lease_owner \(d.text),
                lease_until \(d.int64) not null default 0,
                created_at \(d.int64) not null,
                updated_at \(d.int64) not null,
                primary key (account_id, id),
                check ((former_secret is null) = (former_until is null))
            ) \(d.clustered)
            """,
            "create index webhooks_to_serve on webhooks (served_at, account_id, id) where not paused",
        ]
    }

    private static func events(_ d: Dialect) -> [String] {
        [
            // The payload is what was sent first: every repetition sends the same bytes.
            """
            create table outbox (
                account_id \(d.int64) not null references accounts (id),
                id \(d.text) not null,
                type \(d.text) not null,
                object_id \(d.text) not null,
                contact_id \(d.text),
                at \(d.int64) not null,
                fields \(d.text),
                payload \(d.text),
                primary key (account_id, id)
            ) \(d.clustered)
            """,
            "create index outbox_by_contact on outbox (account_id, contact_id, id) where contact_id is not null",
            // Without a key to the webhook: one that is deleted meanwhile must not fail what is being captured.
            """
            create table deliveries (
                account_id \(d.int64) not null,
                event_id \(d.text) not null,
                webhook_id \(d.text) not null,
                object_id \(d.text) not null,
                state \(d.text) not null check (state in ('pending', 'delivered', 'given_up', 'skipped')),
                attempts \(d.int64) not null,
                due_at \(d.int64) not null,
                created_at \(d.int64) not null,
                tried_at \(d.int64),
                finished_at \(d.int64),
                status \(d.int64),
                problem \(d.text),
                answer \(d.text),
                duration \(d.int64),
                history \(d.text),
                primary key (account_id, event_id, webhook_id),
                foreign key (account_id, event_id) references outbox (account_id, id) on delete cascade,
                check ((state = 'pending') = (finished_at is null))
            ) \(d.clustered)
            """,
            """
            create index deliveries_due on deliveries (account_id, webhook_id, due_at, event_id)
                where state = 'pending'
            """,
            """
            create index deliveries_waiting on deliveries (account_id, webhook_id, object_id, event_id)
                where state = 'pending'
            """,
            "create index deliveries_by_webhook on deliveries (account_id, webhook_id, event_id)",
            "create index deliveries_by_state on deliveries (account_id, state, event_id, webhook_id)",
            // For the age of the oldest one: few rows, whoever they belong to.
            "create index deliveries_oldest on deliveries (created_at) where state = 'pending'",
        ]
    }

    private static func sync(_ d: Dialect) -> [String] {
        [
            "alter table accounts add column syncs_contacts \(d.bool) not null default \(d.yes)",
            """
            create table unsynced_forms (
                account_id \(d.int64) not null references accounts (id),
                form_id \(d.text) not null,
                since \(d.int64) not null,
                primary key (account_id, form_id)
            ) \(d.clustered)
            """,
            """
            create table unsynced_contacts (
                account_id \(d.int64) not null,
                contact_id \(d.text) not null,
                reason \(d.text) not null check (reason in ('account', 'form')),
                at \(d.int64) not null,
                primary key (account_id, contact_id),
                foreign key (account_id, contact_id) references contacts (account_id, id) on delete cascade
            ) \(d.clustered)
            """,
        ]
    }

    /// See `plannerStatistics`: the same for these tables.
    private static func outboxStatistics(_ d: Dialect) -> [String] {
        switch d {
        case .sqlite:
            let rows = [
                ("webhooks", "webhooks", "100 3 1"),
                ("webhooks", "webhooks_to_serve", "100 1 1 1"),
                ("outbox", "outbox", "500000 100000 1"),
                ("outbox", "outbox_by_contact", "500000 100000 5 1"),
                ("deliveries", "deliveries", "1000000 200000 2 1"),
                ("deliveries", "deliveries_due", "10000 2000 1000 1 1"),
                ("deliveries", "deliveries_waiting", "10000 2000 1000 3 1"),
                ("deliveries", "deliveries_by_webhook", "1000000 200000 70000 1"),
                ("deliveries", "deliveries_by_state", "1000000 200000 60000 2 1"),
                ("deliveries", "deliveries_oldest", "10000 1"),
                ("unsynced_forms", "unsynced_forms", "100 3 1"),
                ("unsynced_contacts", "unsynced_contacts", "10000 2000 1"),
            ]
            let values = rows.map { "('\($0.0)', '\($0.1)', '\($0.2)')" }.joined(separator: ", ")
            return ["insert into sqlite_stat1 (tbl, idx, stat) values \(values)", "analyze sqlite_schema"]
        case .postgres: return []
        }
    }
}
