import Database

extension Schema {
    /// How long an account keeps page views, and where the job that deletes the older ones stands.
    @Sendable static func retention(_ d: Dialect) -> [String] {
        [
            // 0 keeps them for ever.
            """
            alter table accounts add column page_view_retention_months \(d.int64) not null default 13
                check (page_view_retention_months between 0 and 120)
            """,
            // One row a job: whoever holds the lease takes the next step.
            """
            create table jobs (
                name \(d.text) primary key,
                lease_owner \(d.text),
                lease_until \(d.int64) not null default 0,
                round_began_at \(d.int64),
                place \(d.text),
                clock_at \(d.int64),
                resumes_at \(d.int64)
            ) \(d.strict)
            """,
            "insert into jobs (name) values ('retention')",
        ]
    }
}
