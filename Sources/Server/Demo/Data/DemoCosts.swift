import CRM

/// What the ads of the sample business cost, as its platforms would report it.
///
/// Two things are wrong on purpose: a campaign has been paid for since a month and nobody has come, because its links
/// carry the tags of another one; and that other one brings leads though nothing is spent on it any more.
struct DemoCosts {
    let crm: CRM
    let account: AccountID
    let calendar: DemoCalendar
    private var random: DemoRandom

    init(crm: CRM, account: AccountID, calendar: DemoCalendar, seed: UInt64) {
        self.crm = crm
        self.account = account
        self.calendar = calendar
        random = DemoRandom(seed: seed)
    }

    mutating func work() async throws {
        var costs: [AdCost] = []
        for daysAgo in (1..<DemoCalendar.length).reversed() {
            guard let day = calendar.date(daysAgo: daysAgo) else { continue }
            for campaign in DemoCampaign.google { costs += spend(on: campaign, .google, day, cents: 310...480) }
            for campaign in DemoCampaign.meta where campaign.isPaidFor {
                costs += spend(on: campaign, .facebook, day, cents: 95...160)
            }
            if daysAgo <= 30 { costs += spend(on: .forgotten, .facebook, day, cents: 110...150) }
        }
        _ = try await crm.adCosts.save(account, costs, by: .server, now: calendar.now)
    }

    /// A campaign's day, and the same once more for each of its parts.
    private mutating func spend(
        on campaign: DemoCampaign, _ platform: AdPlatform, _ day: CalendarDate, cents: ClosedRange<Int>
    ) -> [AdCost] {
        let clicks = max(1, campaign.weight * random.number(9...17) / 100)
        let impressions = clicks * random.number(18...60)
        let cost = clicks * random.number(cents)
        return places(of: campaign).map { place, share in
            AdCost(
                platform: platform, day: day, place: place, impressions: Int64(impressions / share),
                clicks: Int64(clicks / share), cost: Money(minorUnits: Int64(cost / share), currency: .usDollar))
        }
    }

    /// Where the money of a campaign went, each with the number of those that share it.
    private func places(of campaign: DemoCampaign) -> [(AdPlace, share: Int)] {
        let whole = AdName(id: campaign.id, name: campaign.name)
        let group = AdName(id: campaign.groupID, name: campaign.group)
        let ad = AdName(id: campaign.adID, name: campaign.ad)
        let keywords = campaign.keywords.map { keyword in
            AdPlace(
                level: .keyword, campaign: whole, group: group, keyword: keyword.text,
                matchType: AdMatchType(rawValue: keyword.match))
        }
        return [
            (AdPlace(level: .campaign, campaign: whole), 1), (AdPlace(level: .group, campaign: whole, group: group), 1),
        ] + (ad.isNone ? [] : [(AdPlace(level: .ad, campaign: whole, group: group, ad: ad), 1)])
            + keywords.map { ($0, keywords.count) }
    }
}

extension DemoCampaign {
    /// Paid for since a month; its links still carry the tags of “Laser before summer”.
    fileprivate static let forgotten = DemoCampaign(
        name: "Laser all year round", id: "120216884410730456", group: "Interest fitness", groupID: "",
        ad: "Carousel - skin tones", adID: "", page: .laserHairRemoval, weight: 24)

    fileprivate var isPaidFor: Bool { name != "Laser before summer" }
}
