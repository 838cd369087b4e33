import Attribution
import CRM

/// What the sample business looks at on a Monday: the overview that everybody can begin with, and below it what its own
/// ads and sales tell.
struct DemoDashboards {
    let crm: CRM
    let account: AccountID
    let calendar: DemoCalendar

    static let name = "Monday meeting"

    func work() async throws {
        var ordinal = 0
        let nextID: () -> WidgetID = {
            ordinal += 1
            return crm.ids.identifier(at: calendar.now, ordinal: ordinal)
        }
        var draft = try DashboardTemplate.overview.draft(name: Self.name, id: nextID)
        for document in Self.own { try draft.add(document, id: nextID()) }
        _ = try await crm.dashboards.create(account, draft, by: .server, now: calendar.now)
    }

    private static let own = [
        widget("Revenue of the ads by campaign", .horizontalBar, .wins, .sum, by: [.attribution(.utmCampaign)]) {
            $0.filters = [only([.paidSearch, .paidSocial])]
        },
        widget("Where the leads stand", .horizontalBar, .opportunities, by: [.stage]),
        widget("Visits, and those of the days before", .line, .visits) {
            $0.compare = ReportComparison.previousPeriod.rawValue
        },
        widget("How they got in touch", .donut, .conversions, by: [.conversionKind]),
        widget(
            "Keywords that bring leads", .table, .contacts,
            by: [.attribution(.utmKeyword), .attribution(.utmMatchtype)]
        ) {
            var named = WidgetFilterDocument(field: ReportField.attribution(.utmKeyword).rawValue)
            named.empty = false
            $0.filters = [only([.paidSearch]), named]
        },
    ]

    private static func widget(
        _ title: String, _ kind: WidgetKind, _ subject: ReportSubject, _ metric: ReportMetric = .count,
        by fields: [ReportField] = [], with more: (inout WidgetDocument) -> Void = { _ in }
    ) -> WidgetDocument {
        var document = WidgetDocument(
            title: title, kind: kind.rawValue, subjects: [subject.rawValue], metrics: [metric.rawValue])
        document.groups = fields.map(\.rawValue)
        more(&document)
        return document
    }

    private static func only(_ sources: [Source]) -> WidgetFilterDocument {
        var filter = WidgetFilterDocument(field: ReportField.attribution(.sessionSource).rawValue)
        filter.is = sources.map(\.rawValue)
        return filter
    }
}
