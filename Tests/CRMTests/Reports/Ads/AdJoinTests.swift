import Testing

@testable import CRM

/// What ads cost meets what came of them: tables of costs and of tags, and the rows they make.
@Suite struct AdJoinTests {
    private let rates = CurrencyRates(base: .usDollar)

    private func cost(
        _ day: Int, _ level: AdLevel = .campaign, campaign: AdName, group: AdName = .none, ad: AdName = .none,
        keyword: String? = nil, matchType: AdMatchType? = nil, _ cents: Int64, currency: Currency = .usDollar
    ) -> AdCost {
        AdCost(
            platform: .google, day: CalendarDate(dayNumber: 20_000 + day),
            place: AdPlace(
                level: level, campaign: campaign, group: group, ad: ad, keyword: keyword, matchType: matchType),
            impressions: cents * 10, clicks: cents / 10, cost: Money(minorUnits: cents, currency: currency))
    }

    private func lead(_ campaign: AdName, _ group: AdName = .none, _ ad: AdName = .none, _ contacts: Int64 = 1)
        -> AdLead
    {
        AdLead(campaign: campaign, group: group, ad: ad, results: AdResults(contacts: contacts))
    }

    /// `Botox #1: 500 ¢, 3 contacts`, in the order of the cost.
    private func lines(_ join: AdJoin, _ path: [AdKey] = [], _ division: AdDivision = .campaigns) -> [String] {
        AdSort.cost.sorted(join.rows(division, below: path), descending: true).map { row in
            "\(row.name) \(row.key.text.replacing("\u{1F}", with: "/")): \(row.figures.cost.map { "\($0) ¢" } ?? "–"), "
                + "\(row.figures.results.contacts)"
        }
    }

    private func named(_ id: String?, _ name: String?) -> AdName { AdName(id: id, name: name) }

    @Test func `a renamed campaign is one row with its newest name`() {
        let join = AdJoin(
            costs: [cost(1, campaign: named("1", "Botox"), 100), cost(2, campaign: named("1", "Botox 2026"), 200)],
            leads: [lead(named("1", "botox")), lead(named("1", "whatever")), lead(named(nil, "BOTOX 2026 "))],
            rates: rates)
        #expect(lines(join) == ["Botox 2026 #1: 300 ¢, 3"])
        #expect(join.rows(.campaigns, below: [])[0].names == ["botox 2026"])
    }

    @Test func `an old name finds its campaign too, where no ID was sent`() {
        let join = AdJoin(
            costs: [cost(1, campaign: named("1", "Botox"), 100), cost(2, campaign: named("1", "Botox 2026"), 200)],
            leads: [lead(named(nil, "botox"))], rates: rates)
        #expect(lines(join) == ["Botox 2026 #1: 300 ¢, 1"])
    }

    @Test func `an ID that was sent is never overruled by a name`() {
        let join = AdJoin(
            costs: [cost(1, campaign: named("1", "Botox"), 100)], leads: [lead(named("2", "Botox"))], rates: rates)
        #expect(lines(join) == ["Botox #1: 100 ¢, 0", "Botox #2: –, 1"])
        #expect(join.rows(.campaigns, below: []).filter(\.isSpendWithoutLeads).map(\.key) == [.id("1")])
        #expect(join.rows(.campaigns, below: []).filter(\.isLeadWithoutSpend).map(\.key) == [.id("2")])
    }

    @Test func `a name that two campaigns share belongs to neither`() {
        let join = AdJoin(
            costs: [cost(1, campaign: named("1", "Botox"), 200), cost(1, campaign: named("2", "Botox"), 100)],
            leads: [lead(named(nil, "Botox"))], rates: rates)
        #expect(lines(join) == ["Botox #1: 200 ¢, 0", "Botox #2: 100 ¢, 0", "Botox ~botox: –, 1"])
    }

    @Test func `what has no tag at all stands in a row of its own and is no fault`() {
        let join = AdJoin(costs: [], leads: [lead(.none, .none, .none, 4)], rates: rates)
        #expect(lines(join) == ["(not set) -: –, 4"])
        #expect(join.rows(.campaigns, below: [])[0].isLeadWithoutSpend == false)
    }

    @Test func `an unfilled placeholder is one flagged row`() {
        let join = AdJoin(costs: [], leads: [lead(named(nil, AdReportQueries.placeholder))], rates: rates)
        #expect(join.rows(.campaigns, below: []).map(\.name) == ["(unfilled placeholder)"])
        #expect(join.rows(.campaigns, below: [])[0].isPlaceholder)
    }

    @Test func `a placeholder is not the name of the one campaign that has nothing else`() {
        let placeholder = AdReportQueries.placeholder
        let join = AdJoin(
            costs: [], leads: [lead(named("1", placeholder)), lead(named(nil, placeholder))], rates: rates)
        #expect(lines(join) == ["(unfilled placeholder) ~{placeholder}: –, 1", "ID 1 #1: –, 1"])
    }

    @Test func `a quotient of less than nothing is rounded as any other`() {
        let spend = AdSpend(cost(1, campaign: named("1", "C"), 13), rates)
        var figures = AdFigures(spend: AdSpend() - spend, results: AdResults(contacts: 5, won: 2))
        #expect(figures.costPerLead == -3)
        #expect(figures.costPerAcquisition == -7)
        figures = AdFigures(spend: spend, results: AdResults(contacts: 5, won: 2))
        #expect(figures.costPerLead == 3)
        #expect(figures.costPerAcquisition == 7)
    }

    @Test func `files of several levels count a day's money once`() {
        let (campaign, group) = (named("1", "C"), named("10", "G"))
        let join = AdJoin(
            costs: [
                cost(1, campaign: campaign, 1_000), cost(1, .group, campaign: campaign, group: group, 900),
                cost(1, .ad, campaign: campaign, group: group, ad: named("100", "A"), 850),
                cost(1, .keyword, campaign: campaign, group: group, keyword: "botox", matchType: .exact, 700),
                cost(2, .ad, campaign: campaign, group: group, ad: named("100", "A"), 50),
            ],
            leads: [lead(campaign, group, named("100", nil), 2), lead(campaign, named(nil, "g"), .none, 1)],
            rates: rates)
        #expect(lines(join) == ["C #1: 1050 ¢, 3"])
        #expect(lines(join, [.id("1")]) == ["G #10: 950 ¢, 3", "(not set) -: 100 ¢, 0"])
        #expect(lines(join, [.id("1"), .id("10")]) == ["A #100: 900 ¢, 2", "(not set) -: 50 ¢, 1"])
        #expect(lines(join, [], .keywords) == ["botox ~botox/e: 700 ¢, 0", "(not set) -: 350 ¢, 3"])
        #expect(join.total.cost == 1_050)
    }

    @Test func `a keyword's match type is told by the costs where the tag has none`() {
        let campaign = named("1", "C")
        let place = (campaign: campaign, group: named("10", "G"))
        func keyword(_ text: String, _ matchType: String?) -> AdLead {
            AdLead(campaign: .none, keyword: text, matchType: matchType, results: AdResults(contacts: 1))
        }
        let join = AdJoin(
            costs: [
                cost(
                    1, .keyword, campaign: place.campaign, group: place.group, keyword: "Botox", matchType: .exact, 70),
                cost(1, .keyword, campaign: place.campaign, group: place.group, keyword: "lips", matchType: .exact, 50),
                cost(1, .keyword, campaign: place.campaign, group: place.group, keyword: "lips", matchType: .broad, 40),
            ], leads: [keyword("botox", nil), keyword("BOTOX", "e"), keyword("lips", nil), keyword("lips", "b")],
            rates: rates)
        #expect(
            lines(join, [], .keywords) == [
                "Botox ~botox/e: 70 ¢, 2", "lips ~lips/e: 50 ¢, 0", "lips ~lips/b: 40 ¢, 1", "lips ~lips/: –, 1",
            ])
    }

    @Test func `other currencies are converted one by one, or stand apart and blank the ratios`() throws {
        let euro = try #require(Currency(rawValue: "EUR"))
        let yen = try #require(Currency(rawValue: "JPY"))
        let known = CurrencyRates(
            base: .usDollar, rates: [CurrencyRate(currency: euro, billionths: 1_500_000_000, updatedAt: 0)])
        let campaign = named("1", "C")
        let costs = [
            cost(1, campaign: campaign, 101, currency: euro), cost(2, campaign: campaign, 101, currency: euro),
            cost(3, campaign: campaign, 100),
        ]
        let whole = AdJoin(costs: costs, leads: [lead(campaign, .none, .none, 4)], rates: known).total
        #expect(whole.cost == 404 && whole.costPerLead == 101)
        let parted = AdJoin(
            costs: costs + [cost(4, campaign: campaign, 50, currency: yen)],
            leads: [lead(campaign, .none, .none, 4)], rates: known
        ).total
        #expect(parted.cost == 404 && parted.spend?.apart.map(\.text) == ["¥50"])
        #expect(parted.costPerLead == nil && parted.costPerClick == nil && parted.returnOnInvestment == nil)
    }

    @Test func `sums beyond all bounds stay at the bound and end nothing`() throws {
        let euro = try #require(Currency(rawValue: "EUR"))
        let steep = CurrencyRates(
            base: .usDollar, rates: [CurrencyRate(currency: euro, billionths: 5_000_000_000_000_000, updatedAt: 0)])
        let most = (1...3).map { cost($0, campaign: named("1", "C"), 1_000_000_000_000, currency: euro) }
        let results = AdResults(contacts: 1, won: 1, revenue: -5)
        let join = AdJoin(
            costs: most, leads: [AdLead(campaign: named("1", "C"), results: results)], rates: steep)
        #expect(join.total.cost == .max && join.total.costPerLead == .max)
        #expect(join.total.returnOnInvestment == -1)
        let sum = AdResults(revenue: .max, apart: [Money(minorUnits: .max, currency: euro)])
        #expect((sum + sum).revenue == .max && (sum + sum).apart.map(\.minorUnits) == [.max])
    }

    @Test func `no cost is blank and not zero, and nothing is divided by zero`() {
        let none = AdFigures(spend: nil, results: AdResults(contacts: 3, won: 1, revenue: 900))
        #expect(none.cost == nil && none.costPerLead == nil && none.returnOnInvestment == nil)
        let free = AdFigures(spend: AdSpend(), results: AdResults(contacts: 3))
        #expect(free.cost == 0 && free.costPerLead == 0 && free.returnOnInvestment == nil && free.costPerClick == nil)
        let spend = AdSpend(cost(1, campaign: .none, 1_000), rates)
        let paid = AdFigures(spend: spend, results: AdResults(contacts: 3, won: 2, revenue: 2_500))
        #expect(paid.costPerLead == 333 && paid.costPerAcquisition == 500 && paid.costPerClick == 10)
        #expect(paid.returnOnInvestment == 1.5)
    }
}

extension AdJoin {
    /// As the report does it: first what there is, then the costs, day by day.
    fileprivate init(costs: [AdCost], leads: [AdLead], rates: CurrencyRates) {
        self.init(
            places: costs.map { AdDatedPlace(place: $0.place, day: $0.day) }, leads: leads, rates: rates)
        for cost in costs { add(cost) }
    }
}
