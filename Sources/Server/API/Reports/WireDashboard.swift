import CRM

/// A dashboard as API clients read it.
struct WireDashboard: Encodable {
    let id: String
    let locationId: String
    let name: String
    let period: WidgetPeriodDocument
    let widgets: [WidgetDocument]
    let revision: Int
    let createdAt: String
    let updatedAt: String

    init(_ dashboard: Dashboard, _ account: Account) {
        id = dashboard.id.rawValue
        locationId = account.locationID
        name = dashboard.name
        period = WidgetPeriodDocument(dashboard.period)
        widgets = dashboard.widgets.map(WidgetDocument.init)
        revision = dashboard.revision
        createdAt = dashboard.createdAt.iso8601
        updatedAt = dashboard.updatedAt.iso8601
    }
}

struct WireSingleDashboard: Encodable {
    let dashboard: WireDashboard
}

struct WireDashboards: Encodable {
    let dashboards: [WireDashboard]
}

extension WidgetDocument {
    /// What a client says of a widget: its shape was checked already.
    init(_ value: WireValue) {
        self.init(
            title: value["title"]?.text ?? "", kind: value["kind"]?.text ?? "",
            subjects: value["subjects"]?.texts ?? [], metrics: value["metrics"]?.texts ?? [])
        if metrics.isEmpty { metrics = [ReportMetric.count.rawValue] }
        model = value["model"]?.text
        groups = value["groups"]?.texts
        filters = value["filters"]?.elements.map(WidgetFilterDocument.init)
        period = value["period"].flatMap { $0 == .null ? nil : WidgetPeriodDocument($0) }
        compare = value["compare"]?.text
        limit = value["limit"]?.integer
        column = value["column"]?.integer
        row = value["row"]?.integer
        width = value["width"]?.integer
        height = value["height"]?.integer
    }
}

extension WidgetFilterDocument {
    fileprivate init(_ value: WireValue) {
        self.init(field: value["field"]?.text ?? "")
        self.is = value["is"].flatMap { $0 == .null ? nil : $0.plainTexts }
        isNot = value["isNot"].flatMap { $0 == .null ? nil : $0.plainTexts }
        contains = value["contains"]?.text
        empty = value["empty"]?.text.map { $0 == "true" }
    }
}

extension WidgetPeriodDocument {
    init(_ value: WireValue) {
        self.init(preset: value["preset"]?.text, from: value["from"]?.text, to: value["to"]?.text)
    }
}

extension WireValue {
    /// The values of a list; none for anything else.
    var elements: [WireValue] {
        if case .array(let values) = self { values } else { [] }
    }

    var integer: Int? { text.flatMap { Int($0) } }

    /// The texts of a list, the empty one among them: to a filter it is the empty field.
    fileprivate var plainTexts: [String] { elements.map { $0.text ?? "" } }
}
