import Attribution

/// A widget as it is written down: in the database, in the API, and in a form that may be wrong still.
public struct WidgetDocument: Codable, Equatable, Sendable {
    public var id: String?
    public var title: String
    public var kind: String
    public var subjects: [String]
    public var metrics: [String]
    public var model: String?
    public var groups: [String]?
    public var filters: [WidgetFilterDocument]?
    /// Nil for the dashboard's.
    public var period: WidgetPeriodDocument?
    public var compare: String?
    public var limit: Int?
    public var column: Int?
    public var row: Int?
    public var width: Int?
    public var height: Int?

    public init(title: String, kind: String, subjects: [String], metrics: [String]) {
        self.title = title
        self.kind = kind
        self.subjects = subjects
        self.metrics = metrics
    }

    public init(_ widget: Widget) {
        let question = widget.question
        self.init(
            title: widget.title, kind: widget.kind.rawValue, subjects: question.subjects.map(\.rawValue),
            metrics: question.metrics.map(\.rawValue))
        id = widget.id.rawValue
        model = question.model.rawValue
        groups = question.groups.map(\.rawValue)
        filters = question.filters.map(WidgetFilterDocument.init)
        period = question.period.map(WidgetPeriodDocument.init)
        compare = question.comparison?.rawValue
        limit = question.limit
        (column, row) = (widget.place.column, widget.place.row)
        (width, height) = (widget.place.width, widget.place.height)
    }
}

/// A filter as it is written down: exactly one of `is`, `isNot`, `contains` and `empty`.
public struct WidgetFilterDocument: Codable, Equatable, Sendable {
    public var field: String
    public var `is`: [String]?
    public var isNot: [String]?
    public var contains: String?
    public var empty: Bool?

    public init(field: String) { self.field = field }

    init(_ filter: WidgetFilter) {
        field = filter.field.rawValue
        switch filter.condition {
        case .isAny(let values): self.is = values
        case .isNone(let values): isNot = values
        case .contains(let text): contains = text
        case .isEmpty: empty = true
        case .isNotEmpty: empty = false
        // No widget asks it.
        case .either: break
        }
    }

    /// Nil where it says nothing, or two things.
    var condition: ReportFilter.Condition? {
        let conditions: [ReportFilter.Condition?] = [
            self.is.map { .isAny(of: $0) }, isNot.map { .isNone(of: $0) }, contains.map { .contains($0) },
            empty.map { $0 ? .isEmpty : .isNotEmpty },
        ]
        let said = conditions.compactMap { $0 }
        return said.count == 1 ? said.first : nil
    }
}

/// A period as it is written down: a preset, or the first and the last day.
public struct WidgetPeriodDocument: Codable, Equatable, Sendable {
    public var preset: String?
    public var from: String?
    public var to: String?

    public init(preset: String? = nil, from: String? = nil, to: String? = nil) {
        self.preset = preset
        self.from = from
        self.to = to
    }

    public init(_ period: WidgetPeriod) {
        switch period {
        case .preset(let preset): self.preset = preset.rawValue
        case .days(let days): (from, to) = (days.first.rawValue, days.last.rawValue)
        }
    }

    /// Nil where it is none.
    public var period: WidgetPeriod? {
        if let preset {
            return from == nil && to == nil ? ReportPreset(rawValue: preset).map(WidgetPeriod.preset) : nil
        }
        guard let from = from.flatMap(CalendarDate.init(rawValue:)), let to = to.flatMap(CalendarDate.init(rawValue:))
        else { return nil }
        return ReportDays(from, to).map(WidgetPeriod.days)
    }
}
