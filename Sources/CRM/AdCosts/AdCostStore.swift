import Database

/// The SQL of ad costs.
enum AdCostStore {
    private static let key = ["account_id", "platform", "day", "level", "thing"]
    private static let written = [
        "names", "has_id", "campaign_id", "campaign", "group_id", "group_name", "ad_id", "ad", "keyword", "match_type",
        "impressions", "clicks", "cost", "currency", "updated_at",
    ]

    /// A row of the table, as far as it says what it is of.
    struct Known: Sendable, Hashable {
        let names: AdCostKey
        let thing: String
        let hasID: Bool
    }

    /// The rows whose names lead to the same place.
    static func known(_ connection: Connection, _ account: AccountID, _ keys: [AdCostKey]) throws -> [Known] {
        try connection.rows(
            """
            select platform, day, level, names, thing, has_id from ad_costs
            where account_id = $1 and platform = $2 and day = $3 and level = $4 and names = $5
            """, forEach: keys.map { [account, $0.platform, $0.day, $0.level, $0.text] }
        ).map { row in
            let names = AdCostKey(
                platform: try row["platform"], day: try row["day"], level: try row["level"], text: try row["names"])
            return Known(names: names, thing: try row["thing"], hasID: try row["has_id"])
        }
    }

    /// What stands in the table under these keys now.
    static func costs(_ connection: Connection, _ account: AccountID, _ keys: [AdCostKey]) throws -> [AdCostKey: AdCost]
    {
        let rows = try connection.rows(
            """
            select platform, day, level, thing, campaign_id, campaign, group_id, group_name, ad_id, ad, keyword,
                match_type, impressions, clicks, cost, currency
            from ad_costs
            where account_id = $1 and platform = $2 and day = $3 and level = $4 and thing = $5
            """, forEach: keys.map { [account, $0.platform, $0.day, $0.level, $0.text] })
        var costs: [AdCostKey: AdCost] = [:]
        for row in rows {
            let key = AdCostKey(
                platform: try row["platform"], day: try row["day"], level: try row["level"], text: try row["thing"])
            costs[key] = try cost(row)
        }
        return costs
    }

    static func save(
        _ connection: Connection, _ account: AccountID, _ costs: [(key: AdCostKey, cost: AdCost)], now: Milliseconds
    ) throws {
        let changed = written.map { "\($0) = excluded.\($0)" }.joined(separator: ", ")
        try connection.insert(
            into: "ad_costs", key + written,
            costs.map { entry in
                let key = entry.key
                return [account, key.platform, key.day, key.level, key.text] + values(entry.cost) + [now]
            }, "on conflict (\(key.joined(separator: ", "))) do update set \(changed)")
    }

    static func delete(_ connection: Connection, _ account: AccountID, _ keys: [AdCostKey]) throws {
        try connection.execute(
            """
            delete from ad_costs
            where account_id = $1 and platform = $2 and day = $3 and level = $4 and thing = $5
            """, forEach: keys.map { [account, $0.platform, $0.day, $0.level, $0.text] })
    }

    /// The costs of some days, in the order of the key, one after the other.
    static func forEach(
        _ connection: Connection, _ account: AccountID, _ platform: AdPlatform, _ days: ReportDays,
        _ body: (AdCost, _ updatedAt: Milliseconds) throws -> Void
    ) throws {
        try connection.forEach(
            """
            select platform, day, level, thing, campaign_id, campaign, group_id, group_name, ad_id, ad, keyword,
                match_type, impressions, clicks, cost, currency, updated_at
            from ad_costs
            where account_id = $1 and platform = $2 and day >= $3 and day <= $4
            order by account_id, platform, day, level, thing
            """, [account, platform, days.first, days.last]
        ) { try body(cost($0), $0["updated_at"]) }
    }

    /// What the costs of some days are of, each spelling of it once.
    static func places(
        _ connection: Connection, _ account: AccountID, _ platform: AdPlatform, _ days: ReportDays
    ) throws -> [AdDatedPlace] {
        try connection.rows(
            """
            select level, campaign_id, campaign, group_id, group_name, ad_id, ad, keyword, match_type, max(day) as day
            from ad_costs
            where account_id = $1 and platform = $2 and day >= $3 and day <= $4
            group by level, campaign_id, campaign, group_id, group_name, ad_id, ad, keyword, match_type
            order by level, campaign_id, campaign, group_id, group_name, ad_id, ad, keyword, match_type
            """, [account, platform, days.first, days.last]
        ).map { AdDatedPlace(place: try place($0), day: try $0["day"]) }
    }

    /// The campaigns and groups that have a cost of their own on a day.
    static func wholes(
        _ connection: Connection, _ account: AccountID, _ platform: AdPlatform, _ day: CalendarDate
    ) throws -> [AdPlace] {
        try connection.rows(
            """
            select level, campaign_id, campaign, group_id, group_name, ad_id, ad, keyword, match_type from ad_costs
            where account_id = $1 and platform = $2 and day = $3 and level in ($4, $5)
            """, [account, platform, day, AdLevel.campaign, AdLevel.group]
        ).map(place)
    }

    static func deleteAll(
        _ connection: Connection, _ account: AccountID, _ platform: AdPlatform, _ days: ReportDays
    ) throws -> Int {
        try connection.execute(
            "delete from ad_costs where account_id = $1 and platform = $2 and day >= $3 and day <= $4",
            [account, platform, days.first, days.last])
    }

    /// What there is of each platform.
    static func holdings(_ connection: Connection, _ account: AccountID) throws -> [AdCostHolding] {
        try connection.rows(
            """
            select platform, count(*) as rows, min(day) as first_day, max(day) as last_day, max(updated_at) as updated_at
            from ad_costs where account_id = $1 group by platform order by platform desc
            """, [account]
        ).compactMap { row in
            let (first, last): (CalendarDate, CalendarDate) = (try row["first_day"], try row["last_day"])
            guard let days = ReportDays(first, last) else { return nil }
            return AdCostHolding(
                platform: try row["platform"], rows: try row["rows"], days: days, updatedAt: try row["updated_at"])
        }
    }

    private static func values(_ cost: AdCost) -> [any SQLConvertible] {
        let place = cost.place
        return [
            place.names, place.hasID, place.campaign.id, place.campaign.name, place.group.id, place.group.name,
            place.ad.id, place.ad.name, place.keyword, place.matchType, cost.impressions, cost.clicks,
            cost.cost.minorUnits, cost.cost.currency,
        ]
    }

    private static func cost(_ row: Row) throws -> AdCost {
        AdCost(
            platform: try row["platform"], day: try row["day"], place: try place(row),
            impressions: try row["impressions"], clicks: try row["clicks"],
            cost: Money(minorUnits: try row["cost"], currency: try row["currency"]))
    }

    private static func place(_ row: Row) throws -> AdPlace {
        AdPlace(
            level: try row["level"], campaign: AdName(id: try row["campaign_id"], name: try row["campaign"]),
            group: AdName(id: try row["group_id"], name: try row["group_name"]),
            ad: AdName(id: try row["ad_id"], name: try row["ad"]), keyword: try row["keyword"],
            matchType: try row["match_type"])
    }
}
