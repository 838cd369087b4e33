/// A question that a report, a widget or a program asks: what is counted, how it is divided, and what is left out.
public struct ReportQuery: Hashable, Sendable {
    public var subject: ReportSubject
    public var metrics: [ReportMetric]
    /// Outermost first; at most `mostGroups`.
    public var groups: [ReportColumn]
    /// Divides every group once more, along the time axis.
    public var bucket: TimeBucket?
    public var filters: [ReportFilter]
    public var days: ReportDays

    public init(
        _ subject: ReportSubject, _ metrics: [ReportMetric] = [.count], by groups: [ReportColumn] = [],
        bucket: TimeBucket? = nil, where filters: [ReportFilter] = [], days: ReportDays
    ) {
        self.subject = subject
        self.metrics = metrics
        self.groups = groups
        self.bucket = bucket
        self.filters = filters
        self.days = days
    }

    public static let mostGroups = 7
    public static let mostFilters = 20
    public static let mostBuckets = 4_000
    public static let mostRows = 250_000

    /// Why nobody can answer it; empty for a sound question.
    public var problems: [ReportProblem] {
        var problems: [ReportProblem] = []
        let fields = groups.map(\.field) + filters.map(\.column.field)
        problems += fields.filter { !$0.belongs(to: subject) }.map { .strangeField($0, subject) }
        if groups.count > Self.mostGroups { problems.append(.tooManyGroups) }
        if filters.count > Self.mostFilters { problems.append(.tooManyFilters) }
        if metrics.isEmpty { problems.append(.noMetric) }
        if let bucket, days.count / bucket.leastDays > Self.mostBuckets { problems.append(.tooManyBuckets) }
        problems += Set(filters.compactMap(\.condition.problem))
        problems += metrics.filter { !$0.belongs(to: subject) }.map { .strangeMetric($0, subject) }
        return problems
    }
}

extension ReportMetric {
    /// Whether it can be made of things of this subject.
    public func belongs(to subject: ReportSubject) -> Bool {
        switch self {
        case .count: true
        case .visitors: subject == .visits
        case .distinctContacts: subject.hasContact
        case .sum, .average, .minimum, .maximum: subject.hasValue
        }
    }
}
