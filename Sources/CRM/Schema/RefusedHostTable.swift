import Database

extension Schema {
    /// The websites whose events were refused, by day, so that an owner can add one that was forgotten.
    @Sendable static func refusedHosts(_ d: Dialect) -> [String] {
        [
            """
            create table refused_hosts (
                account_id \(d.int64) not null references accounts (id),
                day \(d.int64) not null,
                host \(d.text) not null,
                count \(d.int64) not null,
                primary key (account_id, day, host)
            ) \(d.clustered)
            """
        ]
    }
}
