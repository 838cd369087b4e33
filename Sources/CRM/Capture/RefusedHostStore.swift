import Attribution
import Database

/// The SQL of the websites whose events were refused, by day (days since 1970, UTC).
///
/// Anybody can make a host up, so that a week is remembered and no more than fifty hosts an account.
enum RefusedHostStore {
    private static let mostHosts = 50
    static let daysKept: Int64 = 7
    /// The longest name that the domain name system knows.
    private static let longestName = 253

    /// Counts the websites, forgets what is old, and the hosts that were refused least when there are too many.
    static func add(_ connection: Connection, _ refused: [RefusedEvent], day: Int64) throws {
        let named = refused.compactMap { event in
            event.host.flatMap { $0.name.utf8.count <= longestName ? Scoped(event.account, $0.name) : nil }
        }
        let counts = Dictionary(grouping: named) { $0 }.mapValues(\.count)
        try connection.insert(
            into: "refused_hosts", ["account_id", "day", "host", "count"],
            counts.sorted { $0.key < $1.key }.map { [$0.key.account, day, $0.key.key, $0.value] },
            "on conflict (account_id, day, host) do update set count = refused_hosts.count + excluded.count")
        for account in Set(named.map(\.account)).sorted(by: { $0.rawValue < $1.rawValue }) {
            try trim(connection, account, day: day)
        }
    }

    private static func trim(_ connection: Connection, _ account: AccountID, day: Int64) throws {
        try connection.execute(
            "delete from refused_hosts where account_id = $1 and day <= $2", [account, day - daysKept])
        try connection.execute(
            """
            delete from refused_hosts where account_id = $1 and host not in (
                select host from refused_hosts where account_id = $1
                group by host order by sum(count) desc, host limit $2)
            """, [account, mostHosts])
    }

    static func counts(
        _ connection: Connection, _ account: AccountID, sinceDay day: Int64
    ) throws -> [RefusedHost] {
        try connection.rows(
            """
            select host, sum(count) as count from refused_hosts where account_id = $1 and day >= $2
            group by host order by sum(count) desc, host limit $3
            """, [account, day, mostHosts]
        ).map { RefusedHost(name: try $0["host"], count: try $0["count"]) }
    }
}
