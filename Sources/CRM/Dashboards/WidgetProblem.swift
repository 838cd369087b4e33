/// What keeps a widget from being saved.
public enum WidgetProblem: Error, Hashable, Sendable {
    case title
    case kind
    case subject
    case steps
    case metric
    case metrics(ClosedRange<Int>)
    case model
    case field(String)
    case groups(ClosedRange<Int>)
    case sameGroup
    case filter
    case tooManyFilters
    case filterValues
    case strange(ReportProblem)
    case period
    case comparison
    case limit

    public var message: String {
        switch self {
        case .title: "A title has at most \(Widget.longestTitle) characters."
        case .kind: "Choose how it is shown."
        case .subject: "Choose what is counted."
        case .steps: "A funnel has two to five different steps."
        case .metric: "Choose a figure."
        case .metrics(let range): "It shows \(Self.text(range, "figure"))."
        case .model: "Choose First or Latest."
        case .field(let name): "There is no field “\(name.cut(to: 100))”."
        case .groups(let range): "It is divided by \(Self.text(range, "field"))."
        case .sameGroup: "It is divided by the same field twice."
        case .filter: "A filter needs a field and exactly one condition."
        case .tooManyFilters: "It can have at most \(WidgetQuestion.mostFilters) filters."
        case .filterValues:
            "A filter needs 1 to \(WidgetFilter.mostValues) values of at most \(WidgetFilter.longestValue) characters."
        case .strange(let problem): "That cannot be asked: \(problem.description)."
        case .period: "Choose a period, or give both a first and a last day; the first must not be after the last."
        case .comparison: "Only numbers and lines are compared with what was before."
        case .limit: "It shows \(WidgetQuestion.limits.lowerBound) to \(WidgetQuestion.limits.upperBound) groups."
        }
    }

    /// The member of a `WidgetDocument` that it is about.
    public var member: String {
        switch self {
        case .title: "title"
        case .kind: "kind"
        case .subject, .steps: "subjects"
        case .metric, .metrics: "metrics"
        case .model: "model"
        case .field, .groups, .sameGroup, .strange: "groups"
        case .filter, .tooManyFilters, .filterValues: "filters"
        case .period: "period"
        case .comparison: "compare"
        case .limit: "limit"
        }
    }

    private static func text(_ range: ClosedRange<Int>, _ noun: String) -> String {
        guard range.lowerBound < range.upperBound else {
            return range.lowerBound == 0 ? "no \(noun)" : "exactly one \(noun)"
        }
        return "\(range.lowerBound) to \(range.upperBound) \(noun)s"
    }
}

/// Everything that keeps a widget from being saved.
public struct InvalidWidget: Error, Sendable, Equatable {
    public let problems: [WidgetProblem]
}
