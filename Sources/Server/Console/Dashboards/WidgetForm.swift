import Attribution
import CRM

/// A widget as it stands in its form: what was typed, which may be wrong still.
struct WidgetForm {
    var document: WidgetDocument
    /// The form was sent for another row to type a filter into, and not to be saved.
    let wantsMoreFilters: Bool

    /// How a filter compares, by the name that the form has for it.
    enum Comparison: String, CaseIterable {
        case isAny, isNone, contains, isEmpty, isNotEmpty

        var label: String {
            switch self {
            case .isAny: "is one of"
            case .isNone: "is none of"
            case .contains: "contains"
            case .isEmpty: "is empty"
            case .isNotEmpty: "is not empty"
            }
        }
    }

    /// For a new widget.
    init() {
        document = WidgetDocument(
            title: "", kind: WidgetKind.number.rawValue, subjects: [ReportSubject.contacts.rawValue],
            metrics: [ReportMetric.count.rawValue])
        wantsMoreFilters = false
    }

    init(_ document: WidgetDocument) {
        self.document = document
        wantsMoreFilters = false
    }

    /// What the kind has no use for is left out: a form without a script shows it all the same.
    init(_ form: FormBody) {
        let kind = WidgetKind(rawValue: form["kind"] ?? "")
        let steps = form.all("steps")
        let subject = form.text("subject").map { [$0] } ?? []
        document = WidgetDocument(
            title: form["title"] ?? "", kind: form["kind"] ?? "", subjects: kind == .funnel ? steps : subject,
            metrics: Self.metrics(form, kind))
        let groups = (1...3).compactMap { form.text("group-\($0)") }
        document.groups = Array(groups.prefix(kind?.groups.upperBound ?? groups.count))
        document.model = form.text("model")
        document.filters = (1...WidgetQuestion.mostFilters).compactMap { Self.filter(form, $0) }
        document.period = PeriodChoice.document(form)
        document.compare = kind?.compares ?? true ? form.text("compare") : nil
        document.limit = form.text("limit").map { Int($0) ?? 0 }
        document.width = form.text("width").flatMap { Int($0) }
        document.height = form.text("height").flatMap { Int($0) }
        wantsMoreFilters = form["more"] != nil
    }

    private static func metrics(_ form: FormBody, _ kind: WidgetKind?) -> [String] {
        let first = form.text("metric") ?? ReportMetric.count.rawValue
        guard kind == .table else { return [kind == .funnel ? ReportMetric.count.rawValue : first] }
        return [first] + form.all("metrics").filter { $0 != first }
    }

    /// Nil for a row that nobody filled in.
    private static func filter(_ form: FormBody, _ number: Int) -> WidgetFilterDocument? {
        guard let field = form.text("filter-field-\(number)") else { return nil }
        var filter = WidgetFilterDocument(field: field)
        let texts = form.lines("filter-values-\(number)")
        let values = ReportField(rawValue: field).map { field in texts.map(field.key) } ?? texts
        switch Comparison(rawValue: form["filter-how-\(number)"] ?? "") ?? .isAny {
        case .isAny: filter.is = values
        case .isNone: filter.isNot = values
        case .contains: filter.contains = texts.first ?? ""
        case .isEmpty: filter.empty = true
        case .isNotEmpty: filter.empty = false
        }
        return filter
    }
}

extension WidgetFilterDocument {
    /// As the form shows it.
    var comparison: (how: WidgetForm.Comparison, values: [String]) {
        if let values = self.is { return (.isAny, values) }
        if let isNot { return (.isNone, isNot) }
        if let contains { return (.contains, [contains]) }
        return (empty ?? true ? .isEmpty : .isNotEmpty, [])
    }

    /// What a person reads, and may write, for the values.
    var shownValues: [String] {
        guard contains == nil, let field = ReportField(rawValue: field) else { return comparison.values }
        return comparison.values.map { field.word(for: $0) ?? $0 }
    }
}
