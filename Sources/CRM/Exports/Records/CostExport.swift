import Database

/// The export of ad costs.
public enum CostExport {
    public static let table = ExportTable<AdCost>(columns: [
        .init("platform", "Platform") { .text($0.platform.rawValue) },
        .init("day", "Day") { .text($0.day.rawValue) },
        .init("level", "Level") { .text($0.place.level.rawValue) },
        .init("campaignId", "Campaign ID") { .text($0.place.campaign.id) },
        .init("campaign", "Campaign") { .text($0.place.campaign.name) },
        .init("groupId", "Ad Group ID") { .text($0.place.group.id) },
        .init("group", "Ad Group") { .text($0.place.group.name) },
        .init("adId", "Ad ID") { .text($0.place.ad.id) },
        .init("ad", "Ad") { .text($0.place.ad.name) },
        .init("keyword", "Keyword") { .text($0.place.keyword) },
        .init("matchType", "Match Type") { .text($0.place.matchType?.rawValue) },
        .init("impressions", "Impressions") { .number(Int($0.impressions)) },
        .init("clicks", "Clicks") { .number(Int($0.clicks)) },
        .init("cost", "Cost") { .decimal($0.cost.major) },
        .init("currency", "Currency") { .text($0.cost.currency.rawValue) },
    ])
}

extension Exports {
    /// Every cost, a day of a platform at a time, the oldest day first.
    public func costs(_ account: AccountID, _ body: ([AdCost]) async throws -> Void) async throws {
        let days = try await database.read { connection in
            try connection.rows(
                "select distinct platform, day from ad_costs where account_id = $1 order by platform, day", [account]
            ).map { (platform: try $0["platform"] as AdPlatform, day: try $0["day"] as CalendarDate) }
        }
        for (platform, day) in days {
            guard let range = ReportDays(day, day) else { continue }
            let costs = try await database.read { connection in
                var costs: [AdCost] = []
                try AdCostStore.forEach(connection, account, platform, range) { cost, _ in costs.append(cost) }
                return costs
            }
            if !costs.isEmpty { try await body(costs) }
        }
    }
}
