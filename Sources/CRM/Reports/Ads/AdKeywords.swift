/// Keywords with their match type, wherever they stand.
struct AdKeywords {
    private var spends: [AdKey: AdSpend] = [:]
    private var results: [AdKey: AdResults] = [:]
    private var labels: [AdKey: String] = [:]
    /// The raw texts of the match types that lead to a key.
    private var matchTexts: [AdKey: Set<String>] = [:]

    init() {}

    /// - Parameter places: what costs are of.
    init(places: [AdDatedPlace], leads: [AdLead]) {
        var matches: [String: Set<AdKey>] = [:]
        for entry in places.sorted(by: { $0.day < $1.day }) {
            guard let keyword = entry.place.keyword else { continue }
            let key = AdKey.keyword(keyword, entry.place.matchType)
            labels[key] = keyword
            matches[AdName.folded(keyword), default: []].insert(key)
        }
        for lead in leads {
            let key = Self.key(of: lead, matches)
            results[key] = (results[key] ?? AdResults()) + lead.results
            if let keyword = lead.keyword { labels[key] = labels[key] ?? keyword }
            matchTexts[key, default: []].insert(lead.matchType ?? "")
        }
    }

    mutating func add(_ spend: AdSpend, of place: AdPlace) {
        guard let keyword = place.keyword else { return }
        let key = AdKey.keyword(keyword, place.matchType)
        spends[key] = (spends[key] ?? AdSpend()) + spend
    }

    /// A tag without a match type belongs to the keyword where costs know it with one only.
    private static func key(of lead: AdLead, _ matches: [String: Set<AdKey>]) -> AdKey {
        guard let keyword = lead.keyword else { return .none }
        if let matchType = lead.matchType.flatMap(AdMatchType.init(spelling:)) { return .keyword(keyword, matchType) }
        guard let known = matches[AdName.folded(keyword)], known.count == 1, let key = known.first else {
            return .keyword(keyword, nil)
        }
        return key
    }

    /// - Parameter total: of the platform; what no keyword accounts for is the row of none.
    func rows(total: AdFigures) -> [AdReportRow] {
        var spends = spends
        if let all = total.spend {
            let rest = all - spends.values.sum
            if !rest.isNothing { spends[.none] = rest }
        }
        return Set(spends.keys).union(results.keys).map { key in
            AdReportRow(
                key: key, label: labels[key], level: .keyword, names: (matchTexts[key] ?? []).sorted(),
                figures: AdFigures(spend: spends[key], results: results[key] ?? AdResults()))
        }
    }
}
