import Database

extension Schema {
    /// What ads cost on a day, and what other currencies are worth.
    @Sendable static func adCosts(_ d: Dialect) -> [String] {
        [
            // `thing` is an ID, or the hash of a path of names where the platform's file has no IDs; `names` is always
            // that hash, so that a file without IDs meets the rows of one with them.
            """
            create table ad_costs (
                account_id \(d.int64) not null references accounts (id),
                platform \(d.text) not null check (platform in ('google', 'facebook')),
                day \(d.text) not null check (length(day) = 10),
                level \(d.text) not null check (level in ('campaign', 'group', 'ad', 'keyword')),
                thing \(d.text) not null check (thing <> ''),
                names \(d.text) not null,
                has_id \(d.bool) not null,
                campaign_id \(d.text),
                campaign \(d.text),
                group_id \(d.text),
                group_name \(d.text),
                ad_id \(d.text),
                ad \(d.text),
                keyword \(d.text),
                match_type \(d.text) check (match_type in ('e', 'p', 'b')),
                impressions \(d.int64) not null check (impressions >= 0),
                clicks \(d.int64) not null check (clicks >= 0),
                cost \(d.int64) not null check (cost >= 0),
                currency \(d.text) not null check (length(currency) = 3),
                updated_at \(d.int64) not null,
                primary key (account_id, platform, day, level, thing)
            ) \(d.clustered)
            """,
            "create index ad_costs_by_names on ad_costs (account_id, platform, day, level, names)",
            // So many units of the base are worth one of the currency, in billionths.
            """
            create table currency_rates (
                account_id \(d.int64) not null references accounts (id),
                base \(d.text) not null check (length(base) = 3),
                currency \(d.text) not null check (length(currency) = 3),
                billionths \(d.int64) not null check (billionths > 0),
                updated_at \(d.int64) not null,
                primary key (account_id, base, currency)
            ) \(d.clustered)
            """,
        ] + adCostStatistics(d)
    }

    /// See `plannerStatistics`: the same for these tables.
    private static func adCostStatistics(_ d: Dialect) -> [String] {
        switch d {
        case .sqlite:
            let rows = [
                ("ad_costs", "ad_costs", "1000000 200000 100000 300 100 1"),
                ("ad_costs", "ad_costs_by_names", "1000000 200000 100000 300 100 1"),
                ("currency_rates", "currency_rates", "1000 5 5 1"),
            ]
            let values = rows.map { "('\($0.0)', '\($0.1)', '\($0.2)')" }.joined(separator: ", ")
            return ["insert into sqlite_stat1 (tbl, idx, stat) values \(values)", "analyze sqlite_schema"]
        case .postgres: return []
        }
    }
}
