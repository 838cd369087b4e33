import Attribution
import Database

/// The SQL of accounts.
enum AccountStore {
    /// Taken by whoever gives an account its number: "account" as a number that nothing else is locked by.
    private static let numberLock: Int64 = 0x61_6363_6F75_6E74

    static func insert(
        _ connection: Connection, locationID: String, trackingID: String, name: String, formSecret: [UInt8],
        now: Milliseconds
    ) throws -> AccountID {
        try connection.lock([numberLock])
        // The audit log outlives an account: its number must not become another one's.
        let last = try connection.row(
            """
            select coalesce(max(id), 0) as id from (
                select max(id) as id from accounts union all select max(account_id) from audit_entries) as numbers
            """)
        let next: Int64 = try (last?["id"] ?? 0) + 1
        try connection.execute(
            """
            insert into accounts (id, location_id, tracking_id, name, form_secret, created_at)
            values ($1, $2, $3, $4, $5, $6)
            """,
            [next, locationID, trackingID, name, formSecret, now])
        return AccountID(rawValue: next)
    }

    static func all(_ connection: Connection) throws -> [Account] {
        try accounts(connection, "where closed_at is null order by name, id limit 10000", [])
    }

    static func account(_ connection: Connection, _ id: AccountID) throws -> Account {
        guard let account = try accounts(connection, "where id = $1 and closed_at is null", [id]).first else {
            throw NotFound.account
        }
        return account
    }

    static func account(_ connection: Connection, locationID: String) throws -> Account? {
        try accounts(connection, "where location_id = $1 and closed_at is null", [locationID]).first
    }

    static func account(_ connection: Connection, trackingID: String) throws -> Account? {
        try accounts(connection, "where tracking_id = $1 and closed_at is null", [trackingID]).first
    }

    /// The accounts of a batch of events, with their domains alone: what was let in is not held against the referrers
    /// that an account excludes.
    static func capturing(_ connection: Connection, _ ids: [AccountID]) throws -> [Account] {
        try capturingRows(connection, ids).map { try capturing($0) }.sorted { $0.id.rawValue < $1.id.rawValue }
    }

    /// What `capturing` is made of, with the revisions (`judging`) that new landings are judged by, in one statement.
    static func capturingRows(_ connection: Connection, _ ids: [AccountID]) throws -> [Row] {
        let dialect = connection.dialect
        return try connection.rows(
            """
            select \(columns),
                (select \(dialect.joined("host")) from (
                    select host from account_domains where account_id = accounts.id order by host limit 1000
                ) as domains) as hosts,
                (select \(dialect.joined("cast(revision as text)")) from rule_revisions
                    where account_id = accounts.id and state in ('evaluating', 'kept')) as judging
            from accounts where id = $1
            """, forEach: ids.map { [$0] })
    }

    static func capturing(_ row: Row) throws -> Account {
        let hosts: String? = try row["hosts"]
        return try account(
            row, domains: (hosts ?? "").split(separator: " ").map(String.init).sorted(), excludedReferrers: [])
    }

    private static let columns = """
        id, location_id, tracking_id, name, time_zone, look_back_days, honours_gpc, ip_storage,
        page_view_retention_months, confirms_email_changes, form_secret, created_at, rules_revision, week_starts_on
        """

    static func accounts(
        _ connection: Connection, _ condition: String, _ values: [any SQLConvertible]
    ) throws -> [Account] {
        try connection.rows("select \(columns) from accounts \(condition)", values).map { row in
            let id: AccountID = try row["id"]
            return try account(
                row, domains: try hosts(connection, "account_domains", id),
                excludedReferrers: try hosts(connection, "excluded_referrers", id))
        }
    }

    private static func account(_ row: Row, domains: [String], excludedReferrers: [String]) throws -> Account {
        Account(
            id: try row["id"], locationID: try row["location_id"], trackingID: try row["tracking_id"],
            name: try row["name"], timeZone: try row["time_zone"], weekStartsOn: try row["week_starts_on"],
            lookBackDays: try row["look_back_days"],
            honoursGPC: try row["honours_gpc"], ipStorage: try row["ip_storage"],
            pageViewMonths: try row["page_view_retention_months"],
            confirmsEmailChanges: try row["confirms_email_changes"], formSecret: try row["form_secret"],
            createdAt: try row["created_at"], domains: domains, ownDomains: OwnDomains(domains),
            excludedReferrers: excludedReferrers, rulesRevision: try row["rules_revision"])
    }

    private static func hosts(_ connection: Connection, _ table: String, _ account: AccountID) throws -> [String] {
        try connection.rows(
            "select host from \(table) where account_id = $1 order by host limit 1000", [account]
        ).map { try $0["host"] }
    }

    static func update(_ connection: Connection, _ account: Account) throws {
        try connection.execute(
            """
            update accounts set name = $2, time_zone = $3, look_back_days = $4, honours_gpc = $5, ip_storage = $6,
                   confirms_email_changes = $7, page_view_retention_months = $8,
                   week_starts_on = $9
            where id = $1
            """,
            [
                account.id, account.name.trimmed, account.timeZone, account.lookBackDays, account.honoursGPC,
                account.ipStorage, account.confirmsEmailChanges, account.pageViewMonths, account.weekStartsOn,
            ])
    }

    static func addDomains(_ connection: Connection, _ account: AccountID, _ hosts: [String]) throws {
        try addHosts(connection, "account_domains", account, hosts)
    }

    static func addExcludedReferrers(_ connection: Connection, _ account: AccountID, _ hosts: [String]) throws {
        try addHosts(connection, "excluded_referrers", account, hosts)
    }

    static func removeDomain(_ connection: Connection, _ account: AccountID, _ host: String) throws {
        try connection.execute("delete from account_domains where account_id = $1 and host = $2", [account, host])
    }

    static func removeExcludedReferrer(_ connection: Connection, _ account: AccountID, _ host: String) throws {
        try connection.execute("delete from excluded_referrers where account_id = $1 and host = $2", [account, host])
    }

    private static func addHosts(
        _ connection: Connection, _ table: String, _ account: AccountID, _ hosts: [String]
    ) throws {
        for host in hosts {
            try connection.execute(
                "insert into \(table) (account_id, host) values ($1, $2) on conflict do nothing", [account, host])
        }
    }
}
