import Database

extension Schema {
    /// The audit log, tokens of the agency, apps with what they were given, and what users may see.
    @Sendable static func access(_ d: Dialect) -> [String] {
        auditTables(d) + tokenTables(d) + userTables(d) + appTables(d) + auditStatistics(d)
    }

    /// Account 0 stands for what concerns everybody, so there is no foreign key; and what was done to an account outlives
    /// the account.
    private static func auditTables(_ d: Dialect) -> [String] {
        [
            """
            create table audit_entries (
                account_id \(d.int64) not null,
                id \(d.text) not null,
                at \(d.int64) not null,
                action \(d.text) not null,
                subject \(d.text),
                actor_kind \(d.text) not null check (actor_kind in ('user', 'token', 'app', 'command', 'server')),
                actor_id \(d.text),
                actor_name \(d.text),
                primary key (account_id, id)
            ) \(d.clustered)
            """,
            "create index audit_entries_by_action on audit_entries (account_id, action, id)",
            "create index audit_entries_by_actor on audit_entries (account_id, actor_id, id)",
            "create index audit_entries_of_all on audit_entries (id)",
            "create index audit_entries_of_all_by_action on audit_entries (action, id)",
            "create index audit_entries_of_all_by_actor on audit_entries (actor_id, id)",
        ]
    }

    private static func tokenTables(_ d: Dialect) -> [String] {
        [
            "alter table tokens add column expires_at \(d.int64)",
            """
            create table agency_tokens (
                id \(d.text) primary key,
                name \(d.text) not null,
                token_hash \(d.blob) not null unique,
                scopes \(d.text) not null,
                created_at \(d.int64) not null,
                last_used_at \(d.int64),
                expires_at \(d.int64),
                revoked_at \(d.int64)
            ) \(d.strict)
            """,
            // One row: how programs call the whole installation.
            """
            create table agency (
                number \(d.int64) primary key check (number = 1),
                company_id \(d.text) not null
            ) \(d.strict)
            """,
        ]
    }

    private static func userTables(_ d: Dialect) -> [String] {
        [
            "alter table users add column all_accounts \(d.bool) not null default \(d.yes)",
            "alter table users add column sees_assigned_only \(d.bool) not null default \(d.no)",
            // Who was deleted stays as a name in the audit log; the address is free for somebody else.
            "alter table users add column deleted_at \(d.int64)",
            "create index console_sessions_by_user on console_sessions (user_id)",
            """
            create table user_accounts (
                user_id \(d.text) not null references users (id),
                account_id \(d.int64) not null references accounts (id) on delete cascade,
                primary key (user_id, account_id)
            ) \(d.clustered)
            """,
            "create index user_accounts_by_account on user_accounts (account_id)",
            """
            create table password_links (
                token_hash \(d.blob) primary key,
                user_id \(d.text) not null references users (id),
                created_at \(d.int64) not null,
                expires_at \(d.int64) not null
            ) \(d.strict)
            """,
            "create index password_links_by_user on password_links (user_id)",
        ]
    }

    /// Programs of others. A null account means the agency: every account, or each of those that the app was let into.
    private static func appTables(_ d: Dialect) -> [String] {
        [
            """
            create table apps (
                id \(d.text) primary key,
                name \(d.text) not null check (name <> ''),
                secret_hash \(d.blob),
                redirect_uris \(d.text) not null,
                scopes \(d.text) not null,
                created_at \(d.int64) not null
            ) \(d.strict)
            """,
            """
            create table app_grants (
                id \(d.text) primary key,
                app_id \(d.text) not null references apps (id) on delete cascade,
                account_id \(d.int64) references accounts (id) on delete cascade,
                user_id \(d.text) not null,
                scopes \(d.text) not null,
                created_at \(d.int64) not null
            ) \(d.strict)
            """,
            "create unique index app_grants_by_app on app_grants (app_id, account_id)",
            "create unique index app_grants_of_agency on app_grants (app_id) where account_id is null",
            "create index app_grants_by_account on app_grants (account_id)",
            """
            create table app_codes (
                code_hash \(d.blob) primary key,
                app_id \(d.text) not null references apps (id) on delete cascade,
                user_id \(d.text) not null,
                accounts \(d.text) not null,
                redirect_uri \(d.text) not null,
                scopes \(d.text) not null,
                challenge \(d.text),
                family \(d.text) not null,
                expires_at \(d.int64) not null,
                used_at \(d.int64)
            ) \(d.strict)
            """,
            "create index app_codes_by_app on app_codes (app_id)",
            "create index app_codes_by_expiry on app_codes (expires_at)",
            """
            create table app_tokens (
                token_hash \(d.blob) primary key,
                id \(d.text) not null,
                kind \(d.text) not null check (kind in ('access', 'refresh')),
                family \(d.text) not null,
                app_id \(d.text) not null references apps (id) on delete cascade,
                account_id \(d.int64) references accounts (id) on delete cascade,
                user_id \(d.text) not null,
                scopes \(d.text) not null,
                created_at \(d.int64) not null,
                expires_at \(d.int64) not null,
                last_used_at \(d.int64),
                used_at \(d.int64),
                revoked_at \(d.int64)
            ) \(d.strict)
            """,
            "create index app_tokens_by_family on app_tokens (family)",
            "create index app_tokens_by_app on app_tokens (app_id, account_id)",
            "create index app_tokens_by_account on app_tokens (account_id)",
            "create index app_tokens_by_expiry on app_tokens (expires_at)",
        ]
    }

    /// See `plannerStatistics`: left to its guess SQLite walks through an account to find an action.
    private static func auditStatistics(_ d: Dialect) -> [String] {
        guard d == .sqlite else { return [] }
        let rows = [
            ("audit_entries", "100000 2000 1"), ("audit_entries_by_action", "100000 2000 50 1"),
            ("audit_entries_by_actor", "100000 2000 200 1"), ("audit_entries_of_all", "100000 1"),
            ("audit_entries_of_all_by_action", "100000 2000 1"), ("audit_entries_of_all_by_actor", "100000 1000 1"),
        ]
        let values = rows.map { "('audit_entries', '\($0.0)', '\($0.1)')" }.joined(separator: ", ")
        return ["insert into sqlite_stat1 (tbl, idx, stat) values \(values)", "analyze sqlite_schema"]
    }
}
