import Attribution

/// What a new dashboard can begin with.
public enum DashboardTemplate: String, CaseIterable, Sendable {
    case blank, overview
    case paidAds = "paid-ads"
    case seo
    case frontDesk = "front-desk"

    public var label: String {
        switch self {
        case .blank: "Empty"
        case .overview: "Overview"
        case .paidAds: "Paid ads"
        case .seo: "SEO"
        case .frontDesk: "Front desk"
        }
    }

    /// What it is for.
    public var note: String {
        switch self {
        case .blank: "You add every widget yourself."
        case .overview: "Visits, contacts and revenue, and which sources bring them."
        case .paidAds: "What the campaigns of Paid Search and Paid Social bring."
        case .seo: "Which search engines and pages bring contacts without ads."
        case .frontDesk: "What came in, through which form, and what became of it."
        }
    }

    /// A draft with the template's widgets.
    ///
    /// - Parameter id: makes the id of the next widget.
    public func draft(name: String, id: () -> WidgetID) throws -> DashboardDraft {
        var draft = DashboardDraft(name: name)
        for document in documents { try draft.add(document, id: id()) }
        return draft
    }

    private var documents: [WidgetDocument] {
        switch self {
        case .blank: []
        case .overview: Self.overviewWidgets
        case .paidAds: Self.paidAdsWidgets.map { $0.from([.paidSearch, .paidSocial]) }
        case .seo: Self.seoWidgets.map { $0.from([.organicSearch]) }
        case .frontDesk: Self.frontDeskWidgets
        }
    }
}

extension DashboardTemplate {
    fileprivate static let overviewWidgets: [WidgetDocument] = [
        .number("Visits", .visits), .number("Contacts", .contacts), .number("Won", .wins),
        .number("Revenue", .wins, .sum),
        .drawn("Contacts over time, by source", .line, .contacts, by: .sessionSource).limited(to: 5),
        .drawn("Where contacts come from", .donut, .contacts, by: .sessionSource),
        .drawn("Lead source", .horizontalBar, .contacts, by: .contactSource), .road("From visit to sale"),
        .table("Campaigns", .contacts, by: [.attribution(.sessionSource), .attribution(.utmCampaign)]),
    ]

    fileprivate static let paidAdsWidgets: [WidgetDocument] = [
        .number("Visits from ads", .visits), .number("Contacts from ads", .contacts),
        .number("Won from ads", .wins), .number("Revenue from ads", .wins, .sum),
        .drawn("Contacts over time, by source", .line, .contacts, by: .sessionSource),
        .drawn("Search or social", .donut, .contacts, by: .sessionSource),
        .drawn("Contacts by campaign", .horizontalBar, .contacts, by: .utmCampaign),
        .drawn("Revenue by campaign", .horizontalBar, .wins, by: .utmCampaign, .sum),
        .table("Campaign and ad group", .contacts, by: [.attribution(.utmCampaign), .attribution(.adGroupID)]),
        .table("Keywords", .contacts, by: [.attribution(.utmKeyword), .attribution(.utmMatchtype)]),
    ]

    fileprivate static let seoWidgets: [WidgetDocument] = [
        .number("Organic visits", .visits), .number("Organic contacts", .contacts),
        .number("Won", .wins), .number("Revenue", .wins, .sum),
        .drawn("Visits over time", .line, .visits),
        .drawn("Search engines", .donut, .visits, by: .referrerHost),
        .drawn("Landing pages that bring contacts", .horizontalBar, .contacts, by: .landingPage),
        .road("From visit to sale"),
        .table("Landing pages by visits", .visits, by: [.attribution(.landingPage)]),
    ]

    fileprivate static let frontDeskWidgets: [WidgetDocument] = [
        .number("Contacts today", .contacts).over(.today), .number("Contacts in 7 days", .contacts).over(.last7Days),
        .number("Conversions in 7 days", .conversions).over(.last7Days),
        .number("Won in 30 days", .wins).over(.last30Days),
        .drawn("Conversions over time", .line, .conversions),
        .drawn("What came in", .donut, .conversions, by: .conversionKind),
        .drawn("Forms", .horizontalBar, .conversions, by: .attribution(.form)),
        .drawn("Opportunities by stage", .horizontalBar, .opportunities, by: .stage),
        .drawn("Lead source", .horizontalBar, .contacts, by: .contactSource),
        .drawn("Tags", .horizontalBar, .contacts, by: .tag),
    ]
}

extension WidgetDocument {
    fileprivate static func number(
        _ title: String, _ subject: ReportSubject, _ metric: ReportMetric = .count
    ) -> WidgetDocument {
        var document = made(title, .number, [subject], metric, [])
        document.compare = ReportComparison.previousPeriod.rawValue
        return document
    }

    fileprivate static func drawn(
        _ title: String, _ kind: WidgetKind, _ subject: ReportSubject, by field: ReportField? = nil,
        _ metric: ReportMetric = .count
    ) -> WidgetDocument {
        made(title, kind, [subject], metric, field.map { [$0] } ?? [])
    }

    fileprivate static func drawn(
        _ title: String, _ kind: WidgetKind, _ subject: ReportSubject, by dimension: ReportDimension,
        _ metric: ReportMetric = .count
    ) -> WidgetDocument {
        made(title, kind, [subject], metric, [.attribution(dimension)])
    }

    fileprivate static func table(
        _ title: String, _ subject: ReportSubject, by fields: [ReportField]
    ) -> WidgetDocument {
        made(title, .table, [subject], .count, fields).limited(to: 20)
    }

    /// The funnel of a business: who came, who said who they are, who may buy, who bought.
    fileprivate static func road(_ title: String) -> WidgetDocument {
        made(title, .funnel, [.visits, .contacts, .opportunities, .wins], .count, [])
    }

    private static func made(
        _ title: String, _ kind: WidgetKind, _ subjects: [ReportSubject], _ metric: ReportMetric,
        _ fields: [ReportField]
    ) -> WidgetDocument {
        var document = WidgetDocument(
            title: title, kind: kind.rawValue, subjects: subjects.map(\.rawValue), metrics: [metric.rawValue])
        document.groups = fields.map(\.rawValue)
        return document
    }

    fileprivate func limited(to limit: Int) -> WidgetDocument {
        var document = self
        document.limit = limit
        return document
    }

    fileprivate func over(_ preset: ReportPreset) -> WidgetDocument {
        var document = self
        document.period = WidgetPeriodDocument(.preset(preset))
        return document
    }

    fileprivate func from(_ sources: [Source]) -> WidgetDocument {
        var filter = WidgetFilterDocument(field: ReportField.attribution(.sessionSource).rawValue)
        filter.is = sources.map(\.label)
        var document = self
        document.filters = [filter]
        return document
    }
}
