import Database

extension Schema {
    /// Whose a contact is, what may be sent to it, and its notes, tasks and followers.
    ///
    /// A user id points to no row: users belong to every account, and a table of an account must be able to live without
    /// them. Whoever deletes a user empties these columns.
    @Sendable static func contactRecords(_ d: Dialect) -> [String] {
        contactColumns(d) + noteTables(d) + taskTables(d) + notesOfTimeline(d) + contactRecordStatistics(d)
    }

    private static func contactColumns(_ d: Dialect) -> [String] {
        [
            "alter table contacts add column assigned_to \(d.text)",
            "alter table contacts add column dnd \(d.bool) not null default \(d.no)",
            // JSON: the channels one by one, and what comes in.
            "alter table contacts add column dnd_settings \(d.text)",
            // YYYY-MM-DD
            "alter table contacts add column date_of_birth \(d.text)",
            "alter table contacts add column gender \(d.text)",
            """
            alter table contacts add column contact_type \(d.text) not null default 'lead'
                check (contact_type in ('lead', 'customer'))
            """,
            """
            create index contacts_by_assignee on contacts (account_id, assigned_to, created_at, id)
                where assigned_to is not null
            """,
            // Which of the two an upsert looks for first, and whether two contacts may have the same.
            """
            alter table accounts add column contact_match \(d.text) not null default 'email'
                check (contact_match in ('email', 'phone'))
            """,
            "alter table accounts add column allows_duplicate_contacts \(d.bool) not null default \(d.no)",
        ]
    }

    private static func noteTables(_ d: Dialect) -> [String] {
        [
            """
            create table notes (
                account_id \(d.int64) not null,
                contact_id \(d.text) not null,
                id \(d.text) not null,
                body \(d.text) not null,
                title \(d.text),
                color \(d.text),
                pinned \(d.bool) not null default \(d.no),
                user_id \(d.text),
                author \(d.text) not null,
                created_at \(d.int64) not null,
                updated_at \(d.int64) not null,
                primary key (account_id, contact_id, id),
                foreign key (account_id, contact_id) references contacts (account_id, id) on delete cascade
            ) \(d.clustered)
            """,
            """
            create table followers (
                account_id \(d.int64) not null,
                contact_id \(d.text) not null,
                user_id \(d.text) not null,
                followed_at \(d.int64) not null,
                primary key (account_id, contact_id, user_id),
                foreign key (account_id, contact_id) references contacts (account_id, id) on delete cascade
            ) \(d.clustered)
            """,
            "create index followers_by_user on followers (account_id, user_id, contact_id)",
        ]
    }

    private static func taskTables(_ d: Dialect) -> [String] {
        [
            """
            create table tasks (
                account_id \(d.int64) not null,
                contact_id \(d.text) not null,
                id \(d.text) not null,
                title \(d.text) not null,
                title_key \(d.text) not null,
                body \(d.text),
                due_at \(d.int64) not null,
                completed \(d.bool) not null,
                completed_at \(d.int64),
                assigned_to \(d.text),
                author \(d.text) not null,
                created_at \(d.int64) not null,
                updated_at \(d.int64) not null,
                primary key (account_id, contact_id, id),
                foreign key (account_id, contact_id) references contacts (account_id, id) on delete cascade
            ) \(d.clustered)
            """,
            "create index tasks_by_due on tasks (account_id, due_at, id)",
            "create index tasks_by_completion on tasks (account_id, completed, due_at, id)",
            """
            create index tasks_by_assignee on tasks (account_id, assigned_to, due_at, id) where assigned_to is not null
            """,
        ]
    }

    /// Notes were lines of the timeline before they could be edited.
    private static func notesOfTimeline(_ d: Dialect) -> [String] {
        let (text, author) =
            switch d {
            case .sqlite: ("json_extract(entry, '$.note.text')", "json_extract(entry, '$.note.by')")
            case .postgres: ("entry::json -> 'note' ->> 'text'", "entry::json -> 'note' ->> 'by'")
            }
        return [
            """
            insert into notes (account_id, contact_id, id, body, author, created_at, updated_at)
            select account_id, contact_id, id, \(text), \(author), at, at from timeline where entry like '{"note"%'
            """,
            #"delete from timeline where entry like '{"note"%'"#,
        ]
    }

    /// See `plannerStatistics`: the same for these tables.
    private static func contactRecordStatistics(_ d: Dialect) -> [String] {
        switch d {
        case .sqlite:
            let rows = [
                ("contacts", "contacts_by_assignee", "400000 80000 8000 1 1"),
                ("notes", "notes", "500000 100000 3 1"),
                ("followers", "followers", "200000 40000 2 1"),
                ("followers", "followers_by_user", "200000 40000 4000 1"),
                ("tasks", "tasks", "500000 100000 3 1"),
                ("tasks", "tasks_by_due", "500000 100000 2 1"),
                ("tasks", "tasks_by_completion", "500000 100000 50000 2 1"),
                ("tasks", "tasks_by_assignee", "400000 80000 8000 2 1"),
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
