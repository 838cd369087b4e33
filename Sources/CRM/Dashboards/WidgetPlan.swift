/// How a widget is answered: its queries, and what is made of their answers.
struct WidgetPlan {
    let widget: Widget
    let days: ReportDays
    let before: ReportDays?
    let queries: [ReportQuery]
    private let bucket: TimeBucket?
    private let calendar: ReportCalendar

    init(_ widget: Widget, over days: ReportDays, _ calendar: ReportCalendar) {
        let question = widget.question
        let before = question.comparison.map { $0.days(before: days) }
        let bucket = widget.kind == .line ? TimeBucket.fitting(days) : nil
        self.widget = widget
        self.days = days
        self.before = before
        self.bucket = bucket
        self.calendar = calendar
        queries =
            question.queries(over: days, by: bucket)
            + (before.map { question.queries(over: $0, by: bucket) } ?? [])
    }

    /// - Parameter answers: one for each query.
    func result(_ answers: [ReportAnswer]) -> WidgetResult {
        switch widget.kind {
        case .number:
            .number(answers[0].total[0], before: answers.count > 1 ? answers[1].total[0] : nil)
        case .line: .line(line(answers))
        case .bar, .horizontalBar, .donut: .parts(parts(answers[0]))
        case .table: .table(table(answers[0]))
        case .funnel:
            .steps(
                zip(widget.question.subjects, answers).map { WidgetStepFigure(subject: $0, value: $1.total[0]) })
        }
    }

    private func parts(_ answer: ReportAnswer) -> WidgetParts {
        let ranked = Self.ranked(answer.rows)
        let shown = ranked.prefix(widget.question.limit)
        var parts = shown.map { WidgetParts.Part(key: $0.keys[0], value: $0.values[0]) }
        let left = ranked.dropFirst(shown.count)
        if !left.isEmpty, addsUp {
            parts.append(WidgetParts.Part(key: nil, value: ReportValue(adding: left.map { $0.values[0] })))
        }
        return WidgetParts(parts: parts, total: answer.total[0], more: left.count)
    }

    private func table(_ answer: ReportAnswer) -> WidgetTable {
        let ranked = Self.ranked(answer.rows)
        let metrics = widget.question.metrics
        let shown = ranked.prefix(widget.question.limit)
        let left = ranked.dropFirst(shown.count)
        return WidgetTable(
            groups: widget.question.groups, metrics: metrics,
            rows: shown.map { WidgetTable.Row(keys: $0.keys, values: $0.values) },
            other: left.isEmpty || !addsUp
                ? nil : metrics.indices.map { metric in ReportValue(adding: left.map { $0.values[metric] }) },
            total: answer.total, more: left.count)
    }

    /// Whether what the groups have makes up the whole: not so where a contact is in several, or a visitor comes twice.
    private var addsUp: Bool {
        guard widget.question.metrics.allSatisfy({ $0 == .count || $0 == .sum }) else { return false }
        return widget.question.groups.allSatisfy { field in
            switch field {
            case .tag, .customField: false
            default: true
            }
        }
    }

    /// The largest first.
    private static func ranked(_ rows: [ReportAnswer.Row]) -> [ReportAnswer.Row] {
        rows.sorted { left, right in
            let (mine, other) = (left.values[0].number ?? .min, right.values[0].number ?? .min)
            return mine == other ? left.names.lexicographicallyPrecedes(right.names) : mine > other
        }
    }
}

extension WidgetPlan {
    private func line(_ answers: [ReportAnswer]) -> WidgetLine {
        let bucket = bucket ?? .day
        let starts = calendar.buckets(bucket, of: days)
        guard widget.question.groups.isEmpty else { return divided(answers[0], bucket, starts) }
        var series = [WidgetLine.Series(kind: .whole, values: values(answers[0].rows, at: starts))]
        if answers.count > 1, let before {
            let earlier = values(answers[1].rows, at: calendar.buckets(bucket, of: before))
            series.append(WidgetLine.Series(kind: .before, values: Self.fitted(earlier, to: starts.count)))
        }
        return WidgetLine(bucket: bucket, starts: starts, series: series, more: 0)
    }

    /// A line for each of the largest groups, and one for all others where they add up.
    private func divided(_ answer: ReportAnswer, _ bucket: TimeBucket, _ starts: [CalendarDate]) -> WidgetLine {
        let ranked = Dictionary(grouping: answer.rows, by: \.keys[0]).sorted { left, right in
            let (mine, other) = (Self.size(left.value), Self.size(right.value))
            return mine == other ? (left.key.key ?? "") < (right.key.key ?? "") : mine > other
        }
        let most = min(widget.question.limit, Self.mostLines)
        let hasOther = ranked.count > most && addsUp
        let shown = ranked.prefix(hasOther && most == Self.mostLines ? most - 1 : most)
        var series = shown.map { WidgetLine.Series(kind: .group($0.key), values: values($0.value, at: starts)) }
        let left = ranked.dropFirst(shown.count)
        guard hasOther else { return WidgetLine(bucket: bucket, starts: starts, series: series, more: left.count) }
        let others = left.map { values($0.value, at: starts) }
        series.append(
            WidgetLine.Series(
                kind: .other, values: starts.indices.map { start in ReportValue(adding: others.map { $0[start] }) }))
        return WidgetLine(bucket: bucket, starts: starts, series: series, more: 0)
    }

    /// What a chart can draw and a person tell apart.
    private static let mostLines = 8

    private static func size(_ rows: [ReportAnswer.Row]) -> Int64 {
        rows.reduce(0) { $0 &+ ($1.values[0].number ?? 0) }
    }

    /// Of a number of things nothing is 0; of an average it is nothing.
    private func values(_ rows: [ReportAnswer.Row], at starts: [CalendarDate]) -> [ReportValue] {
        let byStart = Dictionary(
            rows.compactMap { row in row.bucket.map { ($0, row.values[0]) } }, uniquingKeysWith: { first, _ in first })
        let none: Int64? = [.average, .minimum, .maximum].contains(widget.question.metrics[0]) ? nil : 0
        return starts.map { byStart[$0] ?? ReportValue(number: none, apart: []) }
    }

    /// The days before may make up another number of buckets.
    private static func fitted(_ values: [ReportValue], to count: Int) -> [ReportValue] {
        values.prefix(count)
            + Array(repeating: ReportValue(number: nil, apart: []), count: max(0, count - values.count))
    }
}

extension ReportAnswer.Row {
    fileprivate var names: [String] { keys.map { $0.key ?? "" } }
}

extension ReportValue {
    /// Amounts apart stay apart, currency by currency.
    fileprivate init(adding values: [ReportValue]) {
        let apart = Dictionary(grouping: values.flatMap(\.apart), by: \.currency).map { currency, amounts in
            Money(minorUnits: amounts.reduce(0) { $0 &+ $1.minorUnits }, currency: currency)
        }
        let numbers = values.compactMap(\.number)
        self.init(
            number: numbers.isEmpty ? nil : numbers.reduce(0, &+),
            apart: apart.sorted { $0.currency.rawValue < $1.currency.rawValue })
    }
}
