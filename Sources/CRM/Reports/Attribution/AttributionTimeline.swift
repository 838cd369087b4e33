/// One figure of an attribution report along the time axis, a line for each of its largest rows.
public struct AttributionTimeline: Sendable, Equatable {
    public struct Series: Sendable, Equatable {
        /// Nil for what is left over.
        public let key: ReportKey?
        public let name: String
        /// One for each of the steps.
        public let values: [ReportValue]
    }

    /// The first day of every step, whether anything happened in it or not.
    public let steps: [CalendarDate]
    /// The largest first, at last what is left over.
    public let series: [Series]
    /// Of everything.
    public let total: [ReportValue]
    /// Of the days to compare with, by step; nil when there are none.
    public let compared: [ReportValue]?

    static let mostSeries = 8
}

extension Reports {
    /// - Throws: `ReportProblem`.
    public func timeline(
        _ request: AttributionRequest, _ figure: AttributionFigure, by bucket: TimeBucket, for account: Account
    ) async throws -> AttributionTimeline {
        try await moment(of: account) { try $0.timeline(request, figure, by: bucket) }
    }
}

extension ReportMoment {
    /// - Throws: `ReportProblem`.
    public mutating func timeline(
        _ request: AttributionRequest, _ figure: AttributionFigure, by bucket: TimeBucket
    ) throws -> AttributionTimeline {
        try request.check()
        guard request.isOfVisits || figure.subject != .visits else {
            throw ReportProblem.strangeMetric(figure.metric, figure.subject)
        }
        return try AttributionTimeline(request, figure, by: bucket, &reading)
    }
}

extension AttributionTimeline {
    init(
        _ request: AttributionRequest, _ figure: AttributionFigure, by bucket: TimeBucket,
        _ reading: inout ReportReading
    ) throws {
        guard let level = request.level, var rows = request.query([figure], on: request.days, bucket: bucket)
        else { throw ReportProblem.tooDeep }
        rows.bucket = nil
        var whole = request.query(figure, .total)
        whole.bucket = bucket
        if let problem = whole.problems.first { throw problem }
        let sizes = try Reports.answers([rows], &reading).first
        let largest = Self.largest(sizes?.rows ?? [])
        var queries = largest.map { key in
            var query = request.query(figure, .key(key.text))
            query.bucket = bucket
            return query
        }
        let hasRest = (sizes?.rows.count ?? 0) > largest.count
        if hasRest {
            var rest = request.query(figure, .other(than: largest.map(\.text)))
            rest.bucket = bucket
            queries.append(rest)
        }
        let answers = try Reports.answers(queries + [whole], &reading)
        let steps = reading.calendar.buckets(bucket, of: request.days)
        let lines = answers.map { Self.line($0, steps) }
        self.steps = steps
        let keys: [ReportKey?] = largest + (hasRest ? [nil] : [])
        series = zip(keys, lines).map { key, values in
            Series(key: key, name: key?.name(empty: level.emptyLabel) ?? AttributionRow.restName, values: values)
        }
        total = lines.last ?? []
        compared = try request.compared.map { days in
            whole.days = days
            let line = Self.line(
                try Reports.answers([whole], &reading).first, reading.calendar.buckets(bucket, of: days))
            // Months and weeks may fall otherwise there: what is longer is cut, what is shorter ends in nothing.
            let missing = repeatElement(ReportValue(number: nil), count: max(0, steps.count - line.count))
            return Array(line.prefix(steps.count)) + missing
        }
    }

    private static func largest(_ rows: [ReportAnswer.Row]) -> [ReportKey] {
        let ordered = rows.sorted { left, right in
            let (first, second) = (left.values.first?.number ?? 0, right.values.first?.number ?? 0)
            return first != second ? first > second : (left.keys.first?.text ?? "") < (right.keys.first?.text ?? "")
        }
        return ordered.prefix(mostSeries).compactMap(\.keys.first)
    }

    private static func line(_ answer: ReportAnswer?, _ steps: [CalendarDate]) -> [ReportValue] {
        var values: [CalendarDate: ReportValue] = [:]
        for row in answer?.rows ?? [] {
            if let step = row.bucket { values[step] = row.values.first }
        }
        return steps.map { values[$0] ?? ReportValue(number: 0) }
    }
}
