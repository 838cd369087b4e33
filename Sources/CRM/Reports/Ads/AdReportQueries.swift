import Attribution

/// What is asked of the contacts' side of an ads report.
///
/// To Google Ads belongs a Paid Search whose `utm_source` is one of Google's names or holds `adwords`, or that has no
/// `utm_source` and no click ID of Microsoft: ads that are tagged by Google itself have only a click ID. To Facebook Ads
/// belongs a Paid Social whose `utm_source` is one of Meta's names or holds `fb_ad`.
struct AdReportQueries {
    let platform: AdPlatform
    let position: AttributionPosition
    let days: ReportDays
    let filters: [ReportFilter]

    init(_ request: AdReportRequest) {
        platform = request.platform
        position = request.position
        days = request.days
        filters = request.filters
    }

    /// How many conditions make an attribution one of a platform's.
    static let mostBelonging = 3

    /// Stands in conditions for every placeholder that nobody filled.
    static let placeholder = "{placeholder}"

    private func column(_ dimension: ReportDimension) -> ReportColumn {
        ReportColumn(.attribution(dimension), position)
    }

    /// What makes an attribution one of this platform's ads.
    var belonging: [ReportFilter] {
        switch platform {
        case .google:
            [
                ReportFilter(column(.sessionSource), .isAny(of: [Source.paidSearch.rawValue])),
                ReportFilter(
                    column(.utmSource),
                    .either([.contains("adwords"), .isAny(of: Self.googleNames), .isEmpty])),
                ReportFilter(column(.msclkid), .isEmpty),
            ]
        case .facebook:
            [
                ReportFilter(column(.sessionSource), .isAny(of: [Source.paidSocial.rawValue])),
                ReportFilter(
                    column(.utmSource), .either([.contains("fb_ad"), .isAny(of: Self.metaNames)])),
            ]
        }
    }

    static let googleNames = [
        "google", "google_ads", "google-ads", "googleads", "google ads", "google_ad", "gads", "youtube", "youtube_ad",
    ]
    /// With what Ads Manager fills `{{site_source_name}}`.
    static let metaNames = [
        "facebook", "fb", "facebook_ads", "facebook-ads", "facebookads", "ig", "instagram", "instagram_ad",
        "instagram_ads", "ig_ad", "meta", "meta_ads", "meta-ads", "metaads", "meta_ad", "msg", "messenger", "an",
        "whatsapp",
    ]

    /// The columns of a level: the ID's and the name's, whose meaning is the template's.
    func columns(_ level: AdLevel) -> (id: ReportColumn, name: ReportColumn) {
        switch (level, platform) {
        case (.campaign, _): (column(.campaignID), column(.utmCampaign))
        case (.group, .google): (column(.adGroupID), column(.utmContent))
        case (.group, .facebook): (column(.adGroupID), column(.utmMedium))
        case (.ad, .google): (column(.adID), column(.utmMedium))
        case (.ad, .facebook): (column(.adID), column(.utmContent))
        case (.keyword, _): (column(.utmMatchtype), column(.utmKeyword))
        }
    }

    private static let tree: [AdLevel] = [.campaign, .group, .ad]

    /// Everything that came of the ads, by all tags of the division: contacts, consults, won opportunities.
    func leads(_ division: AdDivision) -> [ReportQuery] {
        let levels = division == .keywords ? [.keyword] : Self.tree
        let groups = levels.flatMap { [columns($0).id, columns($0).name] }
        return AdFigure.allCases.map { query($0, groups, belonging + filters) }
    }

    private func query(_ figure: AdFigure, _ groups: [ReportColumn], _ filters: [ReportFilter]) -> ReportQuery {
        switch figure {
        case .contacts: ReportQuery(.contacts, [.count], by: groups, where: filters, days: days)
        case .consults:
            ReportQuery(.conversions, [.count], by: groups, where: filters + [AttributionFigure.consult], days: days)
        case .won: ReportQuery(.wins, [.count, .sum], by: groups, where: filters, days: days)
        }
    }

    /// The answers to `leads`, as what the join takes.
    static func leads(_ division: AdDivision, _ answers: [ReportAnswer]) -> [AdLead] {
        zip(AdFigure.allCases, answers).flatMap { figure, answer in
            answer.rows.map { lead(division, $0.keys, results(figure, $0.values)) }
        }
    }

    private static func results(_ figure: AdFigure, _ values: [ReportValue]) -> AdResults {
        let count = values.first?.number ?? 0
        switch figure {
        case .contacts: return AdResults(contacts: count)
        case .consults: return AdResults(consults: count)
        case .won:
            let revenue = values.count > 1 ? values[1] : nil
            return AdResults(won: count, revenue: revenue?.number ?? 0, apart: revenue?.apart ?? [])
        }
    }

    private static func lead(_ division: AdDivision, _ keys: [ReportKey], _ results: AdResults) -> AdLead {
        if division == .keywords, keys.count == 2 {
            return AdLead(
                campaign: .none, keyword: text(keys[1]), matchType: keys[0].isPlaceholder ? nil : keys[0].key,
                results: results)
        }
        func name(_ level: Int) -> AdName {
            guard keys.count > level * 2 + 1 else { return .none }
            let id = keys[level * 2]
            return AdName(id: id.isPlaceholder ? nil : id.key, name: text(keys[level * 2 + 1]))
        }
        return AdLead(campaign: name(0), group: name(1), ad: name(2), results: results)
    }

    private static func text(_ key: ReportKey) -> String? {
        key.isPlaceholder ? placeholder : key.label ?? key.key
    }

    /// What finds the things behind a figure of a row, or of all rows below `path`: several questions, none of whose
    /// answers has a contact of another one's.
    ///
    /// - Parameters:
    ///   - path: the opened rows and the row itself, outermost first.
    ///   - others: rows of one level below the path, to which the figure belongs together.
    func behind(_ figure: AdFigure, _ path: [AdReportRow], others: [AdReportRow]? = nil) -> [ReportQuery] {
        var roads = path.reduce([[]]) { roads, row in
            roads.flatMap { road in ways(to: row).map { road + $0 } }
        }
        if let others {
            let ways = AdOtherWays(others.filter { !$0.figures.results.isNothing })
            roads = roads.flatMap { road in ways.filters(columns).map { road + $0 } }
        }
        return roads.map { query(figure, [], belonging + filters + $0) }
    }

    private func ways(to row: AdReportRow) -> [[ReportFilter]] {
        let (id, name) = columns(row.level)
        if row.level == .keyword { return keywordWays(row, matchType: id, keyword: name) }
        let withoutID = ReportFilter(id, .isAny(of: ["", Self.placeholder]))
        switch row.key {
        case .id(let text):
            let byID = [ReportFilter(id, .isAny(of: [text]))]
            guard !row.names.isEmpty else { return [byID] }
            return [byID, [withoutID, ReportFilter(name, .isAny(of: row.names))]]
        case .name(let text): return [[withoutID, ReportFilter(name, .isAny(of: [text]))]]
        case .none: return [[withoutID, ReportFilter(name, .isEmpty)]]
        }
    }

    private func keywordWays(
        _ row: AdReportRow, matchType: ReportColumn, keyword: ReportColumn
    ) -> [[ReportFilter]] {
        guard let parts = row.key.keywordParts else { return [[ReportFilter(keyword, .isEmpty)]] }
        let matches = row.names.isEmpty ? [parts.matchType] : row.names
        return [
            [
                ReportFilter(keyword, .isAny(of: [parts.keyword])),
                ReportFilter(matchType, .isAny(of: matches + (matches.contains("") ? [Self.placeholder] : []))),
            ]
        ]
    }
}
