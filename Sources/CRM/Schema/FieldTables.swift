import Database

extension Schema {
    /// Custom fields with their folders, custom values, the names of tags, and what an account says of its business.
    @Sendable static func fields(_ d: Dialect) -> [String] {
        fieldColumns(d) + [
            """
            create table field_folders (
                account_id \(d.int64) not null references accounts (id),
                id \(d.text) not null,
                model \(d.text) not null check (model in ('contact', 'opportunity')),
                name \(d.text) not null check (name <> ''),
                primary key (account_id, id)
            ) \(d.clustered)
            """,
            """
            create table custom_values (
                account_id \(d.int64) not null references accounts (id),
                id \(d.text) not null,
                key \(d.text) not null check (key <> ''),
                name \(d.text) not null check (name <> ''),
                value \(d.text) not null,
                created_at \(d.int64) not null,
                updated_at \(d.int64) not null,
                primary key (account_id, id),
                unique (account_id, key)
            ) \(d.strict)
            """,
            // A contact's tags are texts; this table gives each text an id when somebody asks for one. Set while a
            // tag is being renamed: contacts may still have it under that name.
            """
            create table tags (
                account_id \(d.int64) not null references accounts (id),
                id \(d.text) not null,
                name \(d.text) not null check (name <> ''),
                renamed_from \(d.text),
                primary key (account_id, id),
                unique (account_id, name)
            ) \(d.strict)
            """,
            """
            create table business_details (
                account_id \(d.int64) primary key references accounts (id),
                first_name \(d.text),
                last_name \(d.text),
                email \(d.text),
                phone \(d.text),
                address \(d.text),
                city \(d.text),
                state \(d.text),
                country \(d.text),
                postal_code \(d.text),
                website \(d.text)
            ) \(d.strict)
            """,
            "create index business_details_by_email on business_details (email) where email is not null",
            // Set when an account is to be deleted: nobody finds it any more, and a job takes its rows away.
            "alter table accounts add column closed_at \(d.int64)",
            "create index accounts_closed on accounts (closed_at) where closed_at is not null",
        ]
    }

    private static func fieldColumns(_ d: Dialect) -> [String] {
        let columns = [
            "model \(d.text) not null default 'contact' check (model in ('contact', 'opportunity'))",
            "placeholder \(d.text)",
            "note \(d.text)",
            "allows_other \(d.bool) not null default \(d.no)",
            "accepted_formats \(d.text) not null default '[]'",
            "file_limit \(d.int64)",
            "folder_id \(d.text)",
            "created_at \(d.int64) not null default 0",
            "updated_at \(d.int64) not null default 0",
        ]
        return columns.map { "alter table custom_fields add column \($0)" } + [
            """
            update custom_fields set
                created_at = (select accounts.created_at from accounts where accounts.id = custom_fields.account_id),
                updated_at = (select accounts.created_at from accounts where accounts.id = custom_fields.account_id)
            """
        ]
    }
}
