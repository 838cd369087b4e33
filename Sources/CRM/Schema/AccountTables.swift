import Database

extension Schema {
    @Sendable static func accountsAndPeople(_ d: Dialect) -> [String] {
        [
            """
            create table accounts (
                id \(d.int64) primary key,
                location_id \(d.text) not null unique,
                tracking_id \(d.text) not null unique,
                name \(d.text) not null check (name <> ''),
                time_zone \(d.text) not null default 'UTC',
                look_back_days \(d.int64) not null default 30 check (look_back_days between 0 and 3650),
                honours_gpc \(d.bool) not null default \(d.yes),
                ip_storage \(d.text) not null default 'cut_after_30_days'
                    check (ip_storage in ('cut_after_30_days', 'whole', 'cut', 'never')),
                confirms_email_changes \(d.bool) not null default \(d.no),
                form_secret \(d.blob) not null,
                created_at \(d.int64) not null
            ) \(d.strict)
            """,
            """
            create table account_domains (
                account_id \(d.int64) not null references accounts (id),
                host \(d.text) not null check (host <> ''),
                primary key (account_id, host)
            ) \(d.clustered)
            """,
            """
            create table excluded_referrers (
                account_id \(d.int64) not null references accounts (id),
                host \(d.text) not null check (host <> ''),
                primary key (account_id, host)
            ) \(d.clustered)
            """,
            """
            create table users (
                id \(d.text) primary key,
                email \(d.text) not null,
                email_key \(d.text) not null unique,
                role \(d.text) not null check (role in ('admin', 'user')),
                password_hash \(d.text) not null,
                created_at \(d.int64) not null
            ) \(d.strict)
            """,
            """
            create table console_sessions (
                token_hash \(d.blob) primary key,
                user_id \(d.text) not null references users (id),
                csrf_token \(d.text) not null,
                created_at \(d.int64) not null,
                expires_at \(d.int64) not null
            ) \(d.strict)
            """,
            "create index console_sessions_by_expiry on console_sessions (expires_at)",
            """
            create table attempts (
                bucket \(d.text) not null,
                at \(d.int64) not null,
                id \(d.text) not null,
                primary key (bucket, at, id)
            ) \(d.clustered)
            """,
            """
            create table tokens (
                account_id \(d.int64) not null references accounts (id),
                id \(d.text) not null,
                name \(d.text) not null,
                token_hash \(d.blob) not null unique,
                scopes \(d.text) not null,
                created_at \(d.int64) not null,
                last_used_at \(d.int64),
                revoked_at \(d.int64),
                primary key (account_id, id)
            ) \(d.strict)
            """,
        ]
    }
}
