import Attribution

/// What a widget asks, without the days: those come from the dashboard, its reader, or the widget's own period.
public struct WidgetQuestion: Hashable, Sendable {
    /// What is counted; of a funnel the steps, in their order.
    public let subjects: [ReportSubject]
    public let metrics: [ReportMetric]
    /// Which of a contact's two attributions speaks.
    public let model: AttributionPosition
    public let groups: [ReportField]
    public let filters: [WidgetFilter]
    /// Nil for the dashboard's.
    public let period: WidgetPeriod?
    public let comparison: ReportComparison?
    /// How many groups are shown; what is left is one more, the rest.
    public let limit: Int

    public static let limits = 1...100
    public static let usualLimit = 10
    public static let mostFilters = 10

    /// The fields that it names.
    public var fields: [ReportField] { groups + filters.map(\.field) }

    /// One query for each subject.
    ///
    /// - Parameter bucket: divides it along the time axis.
    public func queries(over days: ReportDays, by bucket: TimeBucket? = nil) -> [ReportQuery] {
        subjects.map { subject in
            ReportQuery(
                subject, metrics, by: groups.map { ReportColumn($0, model) }, bucket: bucket,
                where: filters.map { ReportFilter(ReportColumn($0.field, model), $0.condition) }, days: days)
        }
    }
}

/// What is left out of a widget: a condition on one field.
public struct WidgetFilter: Hashable, Sendable {
    public let field: ReportField
    public let condition: ReportFilter.Condition

    public init(_ field: ReportField, _ condition: ReportFilter.Condition) {
        self.field = field
        self.condition = condition
    }

    /// In values, and of each in characters.
    public static let mostValues = 50
    public static let longestValue = 500
}
