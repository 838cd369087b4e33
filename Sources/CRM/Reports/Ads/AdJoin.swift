/// Brings what ads cost together with what came of them: by ID, and by name where no ID was sent.
///
/// It knows first what there is, then takes the costs one by one: of years of them only the sums are held.
struct AdJoin {
    private(set) var campaigns = AdNames()
    private var groups: [AdKey: AdNames] = [:]
    private var ads: [AdPath: AdNames] = [:]
    private var ledgers: [AdKey: AdLedger] = [:]
    private var leads: [AdPath: [AdLead]] = [:]
    private var keywords: AdKeywords
    private let rates: CurrencyRates

    /// Where something stands in the tree.
    private struct AdPath: Hashable {
        let campaign: AdKey
        var group: AdKey = .none
    }

    /// - Parameter places: everything that has a cost in these days.
    init(places: [AdDatedPlace], leads: [AdLead], rates: CurrencyRates) {
        self.rates = rates
        keywords = AdKeywords(places: places, leads: leads)
        for entry in places { campaigns.add(entry.place.campaign, day: entry.day) }
        for lead in leads { campaigns.add(lead.campaign, day: nil) }
        let placed = places.map { (entry: $0, campaign: campaigns.keyed($0.place.campaign, day: $0.day)) }
        let led = leads.map { (lead: $0, campaign: campaigns.keyed($0.campaign, day: nil)) }
        for (entry, campaign) in placed { groups[campaign, default: AdNames()].add(entry.place.group, day: entry.day) }
        for (lead, campaign) in led { groups[campaign, default: AdNames()].add(lead.group, day: nil) }
        nameAds(placed, led)
        for (lead, campaign) in led { add(lead, campaign) }
    }

    private mutating func nameAds(
        _ places: [(entry: AdDatedPlace, campaign: AdKey)], _ leads: [(lead: AdLead, campaign: AdKey)]
    ) {
        let placed = places.map { entry, campaign in
            let group = groups[campaign, default: AdNames()].keyed(entry.place.group, day: entry.day)
            return (entry: entry, path: AdPath(campaign: campaign, group: group))
        }
        for (entry, path) in placed { ads[path, default: AdNames()].add(entry.place.ad, day: entry.day) }
        for (lead, campaign) in leads {
            let group = groups[campaign, default: AdNames()].keyed(lead.group, day: nil)
            ads[AdPath(campaign: campaign, group: group), default: AdNames()].add(lead.ad, day: nil)
        }
        for (entry, path) in placed { _ = ads[path, default: AdNames()].keyed(entry.place.ad, day: entry.day) }
    }

    /// Takes a cost of one of the places; those of a day come one after the other.
    mutating func add(_ cost: AdCost) {
        let place = cost.place
        let campaign = campaigns.key(place.campaign)
        let group = groups[campaign]?.key(place.group) ?? .none
        let ad = ads[AdPath(campaign: campaign, group: group)]?.key(place.ad) ?? .none
        let spend = AdSpend(cost, rates)
        ledgers[campaign, default: AdLedger()].add(spend, on: cost.day, level: place.level, group: group, ad: ad)
        keywords.add(spend, of: place)
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
