import Database

extension Schema {
    @Sendable static func tracking(_ d: Dialect) -> [String] {
        [
            """
            create table visitors (
                account_id \(d.int64) not null references accounts (id),
                id \(d.blob) not null,
                first_seen_at \(d.int64) not null,
                first_url \(d.text) not null,
                first_referrer \(d.text),
                contact_id \(d.text),
                linked_at \(d.int64),
                linked_by \(d.text) check (linked_by in ('email', 'visitor', 'created', 'undo')),
                primary key (account_id, id)
            ) \(d.clustered)
            """,
            "create index visitors_by_contact on visitors (account_id, contact_id) where contact_id is not null",
            """
            create table sessions (
                account_id \(d.int64) not null references accounts (id),
                id \(d.blob) not null,
                visitor_id \(d.blob) not null,
                contact_id \(d.text),
                started_at \(d.int64) not null,
                last_seen_at \(d.int64) not null,
                landing_url \(d.text) not null,
                landing_referrer \(d.text),
                user_agent \(d.text),
                ip \(d.text),
                ip_is_whole \(d.bool) not null,
                page_views \(d.int64) not null,
                conversions \(d.int64) not null,
                source \(d.text) not null,
                rule_number \(d.text) not null,
                rule_set \(d.text) not null,
                rule_set_version \(d.int64) not null,
                catalogue_version \(d.int64) not null,
                own_domains \(d.text) not null,
                primary key (account_id, id)
            ) \(d.clustered)
            """,
            "create index sessions_by_visitor on sessions (account_id, visitor_id, started_at)",
            """
            create index sessions_by_contact on sessions (account_id, contact_id, started_at)
                where contact_id is not null
            """,
            "create index sessions_with_whole_ip on sessions (account_id, started_at) where ip_is_whole",
            """
            create table page_views (
                account_id \(d.int64) not null references accounts (id),
                event_id \(d.blob) not null,
                session_id \(d.blob),
                visitor_id \(d.blob),
                occurred_at \(d.int64) not null,
                received_at \(d.int64) not null,
                url \(d.text) not null,
                referrer \(d.text),
                title \(d.text),
                primary key (account_id, occurred_at, event_id)
            ) \(byTime(d))
            """,
            "create index page_views_by_session on page_views (account_id, session_id, occurred_at)",
            """
            create table custom_events (
                account_id \(d.int64) not null references accounts (id),
                event_id \(d.blob) not null,
                session_id \(d.blob),
                visitor_id \(d.blob),
                occurred_at \(d.int64) not null,
                received_at \(d.int64) not null,
                url \(d.text) not null,
                name \(d.text) not null,
                data \(d.text),
                primary key (account_id, occurred_at, event_id)
            ) \(byTime(d))
            """,
            // The idempotency keys. A partitioned table cannot hold a unique event id, so they live apart; those of
            // conversions stay when a contact is erased, so that a late retry resurrects nobody.
            """
            create table event_ids (
                account_id \(d.int64) not null references accounts (id),
                event_id \(d.blob) not null,
                conversion \(d.bool) not null,
                received_at \(d.int64) not null,
                primary key (account_id, event_id)
            ) \(d.clustered)
            """,
            """
            create table refusals (
                account_id \(d.int64) not null references accounts (id),
                day \(d.int64) not null,
                reason \(d.text) not null,
                count \(d.int64) not null,
                primary key (account_id, day, reason)
            ) \(d.clustered)
            """,
        ] + firstPartitions(d, of: "page_views") + firstPartitions(d, of: "custom_events")
    }
}
