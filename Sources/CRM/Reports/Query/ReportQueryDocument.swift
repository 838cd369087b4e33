import Attribution

/// A question as it is written in JSON: what the API takes, and what a widget is stored as.
public struct ReportQueryDocument: Codable, Hashable, Sendable {
    public struct Column: Codable, Hashable, Sendable {
        public var field: String
        /// `first` unless it says `latest`.
        public var model: AttributionPosition?

        public init(field: String, model: AttributionPosition? = nil) {
            self.field = field
            self.model = model
        }
    }

    public var subject: ReportSubject
    /// `count` alone when it is left out.
    public var metrics: [ReportMetric]?
    public var groups: [Column]?
    public var bucket: TimeBucket?
    public var filters: [ReportFilterDocument]?
    /// `YYYY-MM-DD`, both or neither.
    public var from: String?
    public var to: String?
    public var preset: ReportPreset?

    public init(_ query: ReportQuery) {
        subject = query.subject
        metrics = query.metrics
        groups = query.groups.map(Column.init)
        bucket = query.bucket
        filters = query.filters.map(ReportFilterDocument.init)
        from = query.days.first.rawValue
        to = query.days.last.rawValue
    }

    /// Its own range; nil where it leaves that to others, and where a preset says it.
    ///
    /// - Throws: `ReportProblem.unknown` for an end without a beginning, and for what is no day.
    public func days() throws(ReportProblem) -> ReportDays? {
        guard from != nil || to != nil else { return nil }
        guard let first = CalendarDate(rawValue: from ?? "") else {
            throw .unknown(member: "from", text: from ?? "empty")
        }
        guard let last = CalendarDate(rawValue: to ?? ""), let days = ReportDays(first, last) else {
            throw .unknown(member: "to", text: to ?? "empty")
        }
        return days
    }

    /// The question over a range that the caller has found.
    ///
    /// - Throws: the first of the question's problems.
    public func query(days: ReportDays) throws(ReportProblem) -> ReportQuery {
        var columns: [ReportColumn] = []
        for group in groups ?? [] { columns.append(try group.column()) }
        var conditions: [ReportFilter] = []
        for filter in filters ?? [] { conditions.append(try filter.filter()) }
        let query = ReportQuery(
            subject, metrics ?? [.count], by: columns, bucket: bucket, where: conditions, days: days)
        if let problem = query.problems.first { throw problem }
        return query
    }
}

extension ReportQueryDocument.Column {
    init(_ column: ReportColumn) {
        self.init(field: column.field.rawValue, model: column.field.hasModel ? column.position : nil)
    }

    func column() throws(ReportProblem) -> ReportColumn {
        guard let field = ReportField(rawValue: field) else { throw .unknown(member: "field", text: self.field) }
        return ReportColumn(field, model ?? .first)
    }
}
