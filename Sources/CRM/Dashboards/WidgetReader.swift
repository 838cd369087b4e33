import Attribution

/// Reads a written widget, and remembers what is wrong with it.
struct WidgetReader {
    private var problems: [WidgetProblem] = []

    /// - Parameter id: of the widget; the written one counts only where the caller says so.
    /// - Throws: `InvalidWidget`.
    static func widget(_ document: WidgetDocument, id: WidgetID) throws(InvalidWidget) -> Widget {
        var reader = WidgetReader()
        let widget = reader.read(document, id)
        guard let widget, reader.problems.isEmpty else { throw InvalidWidget(problems: reader.problems) }
        return widget
    }

    private mutating func read(_ document: WidgetDocument, _ id: WidgetID) -> Widget? {
        let title = document.title.trimmed
        if title.count > Widget.longestTitle { problems.append(.title) }
        guard let kind = WidgetKind(rawValue: document.kind) else {
            problems.append(.kind)
            return nil
        }
        let question = WidgetQuestion(
            subjects: subjects(document.subjects, kind), metrics: metrics(document.metrics, kind),
            model: model(document.model), groups: groups(document.groups ?? [], kind),
            filters: filters(document.filters ?? []), period: period(document.period),
            comparison: comparison(document.compare, kind), limit: limit(document.limit))
        if problems.isEmpty { check(question) }
        let usual = kind.usualSize
        return Widget(
            id: id, title: title, kind: kind, question: question,
            place: WidgetPlace(
                column: document.column ?? 0, row: document.row ?? 0, width: document.width ?? usual.width,
                height: document.height ?? usual.height))
    }

    private mutating func subjects(_ names: [String], _ kind: WidgetKind) -> [ReportSubject] {
        let subjects = names.compactMap(ReportSubject.init(rawValue:))
        if subjects.count < names.count || subjects.isEmpty { problems.append(.subject) }
        if kind == .funnel {
            if !kind.subjects.contains(subjects.count) || Set(subjects).count < subjects.count {
                problems.append(.steps)
            }
        } else if subjects.count > 1 {
            problems.append(.subject)
        }
        return subjects
    }

    private mutating func metrics(_ names: [String], _ kind: WidgetKind) -> [ReportMetric] {
        let metrics = names.compactMap(ReportMetric.init(rawValue:))
        if metrics.count < names.count { problems.append(.metric) }
        if !kind.metrics.contains(metrics.count) { problems.append(.metrics(kind.metrics)) }
        return metrics
    }

    private mutating func model(_ name: String?) -> AttributionPosition {
        guard let name else { return .first }
        guard let model = AttributionPosition(rawValue: name) else {
            problems.append(.model)
            return .first
        }
        return model
    }

    private mutating func field(_ name: String) -> ReportField? {
        let field = ReportField(rawValue: name)
        if field == nil { problems.append(.field(name)) }
        return field
    }

    private mutating func groups(_ names: [String], _ kind: WidgetKind) -> [ReportField] {
        let groups = names.compactMap { field($0) }
        if !kind.groups.contains(groups.count) { problems.append(.groups(kind.groups)) }
        if Set(groups).count < groups.count { problems.append(.sameGroup) }
        return groups
    }

    private mutating func filters(_ documents: [WidgetFilterDocument]) -> [WidgetFilter] {
        if documents.count > WidgetQuestion.mostFilters { problems.append(.tooManyFilters) }
        return documents.compactMap { document in
            guard let condition = document.condition else {
                problems.append(.filter)
                return nil
            }
            if !Self.isSound(condition) { problems.append(.filterValues) }
            return field(document.field).map { WidgetFilter($0, condition) }
        }
    }

    private static func isSound(_ condition: ReportFilter.Condition) -> Bool {
        switch condition {
        case .isAny(let values), .isNone(let values):
            (1...WidgetFilter.mostValues).contains(values.count) && values.allSatisfy(isSound)
        case .contains(let text): isSound(text)
        case .isEmpty, .isNotEmpty: true
        case .either: false
        }
    }

    private static func isSound(_ value: String) -> Bool {
        (0...WidgetFilter.longestValue).contains(value.unicodeScalars.count)
    }

    private mutating func period(_ document: WidgetPeriodDocument?) -> WidgetPeriod? {
        guard let document else { return nil }
        let period = document.period
        if period == nil { problems.append(.period) }
        return period
    }

    private mutating func comparison(_ name: String?, _ kind: WidgetKind) -> ReportComparison? {
        guard let name else { return nil }
        let comparison = ReportComparison(rawValue: name)
        if comparison == nil || !kind.compares { problems.append(.comparison) }
        return comparison
    }

    private mutating func limit(_ number: Int?) -> Int {
        let limit = number ?? WidgetQuestion.usualLimit
        if !WidgetQuestion.limits.contains(limit) { problems.append(.limit) }
        return limit
    }

    /// What the question itself says, for days that do not matter to it.
    private mutating func check(_ question: WidgetQuestion) {
        guard let day = CalendarDate("2026-01-01"), let days = ReportDays(day, day) else { return }
        for problem in question.queries(over: days).flatMap(\.problems) where !problems.contains(.strange(problem)) {
            problems.append(.strange(problem))
        }
    }
}
