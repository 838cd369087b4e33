/// Brings what ads cost together with what came of them: by ID, and by name where no ID was sent.
struct AdJoin {
    private(set) var campaigns = AdNames()
    private var groups: [AdKey: AdNames] = [:]
    private var ads: [AdPath: AdNames] = [:]
    private var ledgers: [AdKey: AdLedger] = [:]
    private var leads: [AdPath: [AdLead]] = [:]
    private var keywords = AdKeywords()

    /// Where something stands in the tree.
    private struct AdPath: Hashable {
        let campaign: AdKey
        var group: AdKey = .none
    }

    init(costs: [AdCost], leads: [AdLead], rates: CurrencyRates) {
        for cost in costs { campaigns.add(cost.place.campaign, day: cost.day) }
        for lead in leads { campaigns.add(lead.campaign, day: nil) }
        let placed = costs.map { (cost: $0, campaign: campaigns.keyed($0.place.campaign, day: $0.day)) }
        let led = leads.map { (lead: $0, campaign: campaigns.keyed($0.campaign, day: nil)) }
        for entry in placed where entry.cost.place.level != .campaign {
            groups[entry.campaign, default: AdNames()].add(entry.cost.place.group, day: entry.cost.day)
        }
        for entry in led { groups[entry.campaign, default: AdNames()].add(entry.lead.group, day: nil) }
        addAds(placed, led)
        for (cost, campaign) in placed { add(cost, campaign, rates) }
        for (lead, campaign) in led { add(lead, campaign) }
        keywords = AdKeywords(costs: costs, leads: leads, rates: rates)
    }

    private mutating func addAds(
        _ costs: [(cost: AdCost, campaign: AdKey)], _ leads: [(lead: AdLead, campaign: AdKey)]
    ) {
        for (cost, campaign) in costs where cost.place.level == .ad {
            let group = groups[campaign, default: AdNames()].keyed(cost.place.group, day: cost.day)
            ads[AdPath(campaign: campaign, group: group), default: AdNames()].add(cost.place.ad, day: cost.day)
        }
        for (lead, campaign) in leads {
            let group = groups[campaign, default: AdNames()].keyed(lead.group, day: nil)
            ads[AdPath(campaign: campaign, group: group), default: AdNames()].add(lead.ad, day: nil)
        }
    }

    private mutating func add(_ cost: AdCost, _ campaign: AdKey, _ rates: CurrencyRates) {
        let place = cost.place
        let group = groups[campaign, default: AdNames()].keyed(place.group, day: cost.day)
        let path = AdPath(campaign: campaign, group: group)
        let ad = place.level == .ad ? ads[path, default: AdNames()].keyed(place.ad, day: cost.day) : .none
        ledgers[campaign, default: AdLedger()]
            .add(AdSpend(cost, rates), on: cost.day, level: place.level, group: group, ad: ad)
    }

    private mutating func add(_ lead: AdLead, _ campaign: AdKey) {
        let group = groups[campaign, default: AdNames()].keyed(lead.group, day: nil)
        let path = AdPath(campaign: campaign, group: group)
        _ = ads[path, default: AdNames()].keyed(lead.ad, day: nil)
        leads[path, default: []].append(lead)
    }

    /// The rows below a path; in no order. With the division `keywords` the path is empty.
    func rows(_ division: AdDivision, below path: [AdKey]) -> [AdReportRow] {
        if division == .keywords { return keywords.rows(total: total) }
        switch path.count {
        case 0: return campaignRows
        case 1: return groupRows(of: path[0])
        default: return adRows(of: path[0], path[1])
        }
    }

    /// Everything of the platform.
    var total: AdFigures {
        let spend = ledgers.isEmpty ? nil : ledgers.values.lazy.map(\.spend).sum
        return AdFigures(spend: spend, results: leads.values.joined().lazy.map(\.results).sum)
    }

    private var campaignRows: [AdReportRow] {
        let results = Dictionary(grouping: leads, by: \.key.campaign)
            .mapValues { $0.flatMap(\.value) }
        return Self.rows(
            spends: ledgers.mapValues(\.spend), leads: results, names: campaigns, level: .campaign, \.campaign)
    }

    private func groupRows(of campaign: AdKey) -> [AdReportRow] {
        let found = leads.filter { $0.key.campaign == campaign }
        let results = Dictionary(grouping: found, by: \.key.group).mapValues { $0.flatMap(\.value) }
        return Self.rows(
            spends: ledgers[campaign]?.groups ?? [:], leads: results, names: groups[campaign] ?? AdNames(),
            level: .group, \.group)
    }

    private func adRows(of campaign: AdKey, _ group: AdKey) -> [AdReportRow] {
        let path = AdPath(campaign: campaign, group: group)
        let names = ads[path] ?? AdNames()
        let results = Dictionary(grouping: leads[path] ?? []) { names.key($0.ad) }
        return Self.rows(
            spends: ledgers[campaign]?.ads(of: group) ?? [:], leads: results, names: names, level: .ad, \.ad)
    }

    private static func rows(
        spends: [AdKey: AdSpend], leads: [AdKey: [AdLead]], names: AdNames, level: AdLevel,
        _ name: KeyPath<AdLead, AdName>
    ) -> [AdReportRow] {
        Set(spends.keys).union(leads.keys).map { key in
            let own = leads[key] ?? []
            let nameOnly = Set(
                own.map { $0[keyPath: name] }.filter { $0.id == nil }.compactMap(\.name).map(AdName.folded))
            return AdReportRow(
                key: key, label: names.label(of: key), level: level, names: nameOnly.sorted(),
                figures: AdFigures(spend: spends[key], results: own.lazy.map(\.results).sum))
        }
    }
}
