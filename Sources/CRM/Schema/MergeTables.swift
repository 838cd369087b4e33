import Database

extension Schema {
    /// Merges of contacts, with what it takes to undo them.
    @Sendable static func merges(_ d: Dialect) -> [String] {
        [
            // `undo` is the contact that is gone, and which rows it left behind; null once the merge is undone.
            """
            create table contact_merges (
                account_id \(d.int64) not null,
                id \(d.text) not null,
                survivor_id \(d.text) not null,
                merged_id \(d.text) not null,
                merged_name \(d.text) not null,
                at \(d.int64) not null,
                author \(d.text) not null,
                undo \(d.text),
                undone_at \(d.int64),
                primary key (account_id, id),
                foreign key (account_id, survivor_id) references contacts (account_id, id) on delete cascade,
                check ((undo is null) = (undone_at is not null))
            ) \(d.strict)
            """,
            "create index contact_merges_by_survivor on contact_merges (account_id, survivor_id, id)",
            "create index contact_merges_by_merged on contact_merges (account_id, merged_id)",
        ] + mergeStatistics(d)
    }

    /// See `plannerStatistics`: the same for this table.
    private static func mergeStatistics(_ d: Dialect) -> [String] {
        guard d == .sqlite else { return [] }
        return [
            """
            insert into sqlite_stat1 (tbl, idx, stat) values
                ('contact_merges', 'contact_merges_by_survivor', '10000 2000 2 1'),
                ('contact_merges', 'contact_merges_by_merged', '10000 2000 1')
            """,
            "analyze sqlite_schema",
        ]
    }
}
