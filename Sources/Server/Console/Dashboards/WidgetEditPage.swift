import Attribution
import CRM

/// The form of one widget, new or not.
struct WidgetEditPage: ConsolePage {
    static let template = "console/widget-edit"

    let shell: Shell
    let crumbs: [Link]
    let heading: String
    let errors: [FormError]
    let action: String
    let revision: String
    let valuesHref: String
    let title: String?
    let titleLength = Widget.longestTitle
    let kinds: [FieldControl.Option]
    let subjects: [FieldControl.Option]
    let steps: [Box]
    let metrics: [FieldControl.Option]
    let moreMetrics: [Box]
    let models: [FieldControl.Option]
    let groups: [Group]
    let filters: [Filter]
    let canAddFilter: Bool
    let period: PeriodFields
    let comparisons: [FieldControl.Option]
    let limit: String
    let limitMost = WidgetQuestion.limits.upperBound
    let widths: [FieldControl.Option]
    let heights: [FieldControl.Option]
    let button: String
    let cancelHref: String

    struct Box {
        let value: String
        let label: String
        let checked: Bool
    }

    struct Group {
        let id: String
        let label: String
        /// Classes of the kinds that have so many groups.
        let place: String
        let options: [FieldControl.Option]
    }

    struct Filter {
        let number: String
        let fields: [FieldControl.Option]
        let hows: [FieldControl.Option]
        let values: String?
    }

    init(
        _ frame: Frame, _ paths: AccountPaths, _ dashboard: Dashboard, _ widget: WidgetID?, _ form: WidgetForm,
        _ words: WidgetWords, problems: [FormError]
    ) {
        let document = form.document
        heading = widget == nil ? "Add a widget" : "Edit widget"
        shell = Shell(heading, in: .dashboards, frame)
        crumbs = [Link(dashboard.name, paths.editedDashboard(dashboard.id))]
        errors = problems
        action = widget.map { paths.widget($0, of: dashboard.id) } ?? paths.widgets(dashboard.id)
        revision = "\(dashboard.revision)"
        valuesHref = paths.reportValues
        title = document.title.isEmpty ? nil : document.title
        kinds = WidgetKind.allCases.map { .init($0.rawValue, $0.label, chosen: document.kind) }
        subjects = ReportSubject.allCases.map { .init($0.rawValue, $0.label, chosen: document.subjects.first) }
        steps = Self.steps.map { subject in
            Box(
                value: subject.rawValue, label: subject.label,
                checked: document.kind == WidgetKind.funnel.rawValue
                    ? document.subjects.contains(subject.rawValue) : subject != .conversions)
        }
        metrics = ReportMetric.allCases.map { .init($0.rawValue, $0.label, chosen: document.metrics.first) }
        moreMetrics = ReportMetric.allCases.map { metric in
            Box(
                value: metric.rawValue, label: metric.label,
                checked: document.metrics.dropFirst().contains(metric.rawValue))
        }
        models = AttributionPosition.allCases.map {
            .init($0.rawValue, "Attribution: \($0.label)", chosen: document.model ?? AttributionPosition.first.rawValue)
        }
        let fields = Self.fields(words)
        groups = (0..<3).map { Self.group($0, document, fields) }
        (filters, canAddFilter) = Self.filters(document.filters ?? [], fields, more: form.wantsMoreFilters)
        period = PeriodFields(document.period, none: "The dashboard’s")
        comparisons =
            [FieldControl.Option("", "Nothing", chosen: document.compare ?? "")]
            + ReportComparison.allCases.map { .init($0.rawValue, $0.label, chosen: document.compare) }
        limit = "\(document.limit ?? WidgetQuestion.usualLimit)"
        (widths, heights) = Self.sizes(document, isNew: widget == nil)
        button = widget == nil ? "Add widget" : "Save widget"
        cancelHref = paths.editedDashboard(dashboard.id)
    }

    /// In the order in which a lead comes along.
    private static let steps: [ReportSubject] = [.visits, .contacts, .conversions, .opportunities, .wins]

    /// Every field, by the name that the form has for it.
    private static func fields(_ words: WidgetWords) -> [(value: String, label: String)] {
        let plain: [ReportField] =
            ReportDimension.allCases.map(ReportField.attribution)
            + [.contactSource, .tag, .conversionKind, .pipeline, .stage, .status]
        let own = words.fields.filter { $0.model == .contact && $0.derivedFrom == nil }
            .map { ReportField.customField($0.id) }
        return (plain + own).map { ($0.rawValue, words.label($0)) }
    }

    private static func group(
        _ index: Int, _ document: WidgetDocument, _ fields: [(value: String, label: String)]
    ) -> Group {
        let groups = document.groups ?? []
        let chosen = index < groups.count ? groups[index] : ""
        return Group(
            id: "group-\(index + 1)", label: ["Divided by", "Then by", "And by"][index],
            place: index == 0 ? "for-groups" : "for-tables",
            options: [.init("", "Nothing", chosen: chosen)] + options(fields, chosen: chosen))
    }

    /// A field that is gone stays what is chosen, so that saving the form does not choose another one unseen.
    private static func options(
        _ fields: [(value: String, label: String)], chosen: String
    ) -> [FieldControl.Option] {
        let isGone = !chosen.isEmpty && !fields.contains { $0.value == chosen }
        return fields.map { .init($0.value, $0.label, chosen: chosen) }
            + (isGone ? [FieldControl.Option(chosen, "A removed field", chosen: chosen)] : [])
    }

    /// Those there are, and one row to type another one into.
    private static func filters(
        _ documents: [WidgetFilterDocument], _ fields: [(value: String, label: String)], more: Bool
    ) -> ([Filter], Bool) {
        let most = WidgetQuestion.mostFilters
        let count = min(most, documents.count + (more ? 2 : 1))
        let rows = (0..<count).map { index in
            let document = index < documents.count ? documents[index] : nil
            let comparison = document?.comparison
            let values = document?.shownValues.joined(separator: "\n") ?? ""
            return Filter(
                number: "\(index + 1)",
                fields: [.init("", "No filter", chosen: document?.field ?? "")]
                    + options(fields, chosen: document?.field ?? ""),
                hows: WidgetForm.Comparison.allCases.map {
                    .init($0.rawValue, $0.label, chosen: (comparison?.how ?? .isAny).rawValue)
                }, values: values.isEmpty ? nil : values)
        }
        return (rows, count < most)
    }

    /// A new one is as large as its kind usually is.
    private static func sizes(
        _ document: WidgetDocument, isNew: Bool
    ) -> ([FieldControl.Option], [FieldControl.Option]) {
        let width = document.width.map { "\($0)" } ?? ""
        let height = document.height.map { "\($0)" } ?? ""
        let usual = isNew ? [FieldControl.Option("", "As usual", chosen: width)] : []
        return (
            usual
                + (WidgetPlace.narrowest...WidgetPlace.columns).map {
                    .init("\($0)", "\($0) of \(WidgetPlace.columns) columns", chosen: width)
                },
            usual + (1...WidgetPlace.tallest).map { .init("\($0)", Count.text($0, "row"), chosen: height) }
        )
    }
}

extension FieldControl.Option {
    fileprivate init(_ value: String, _ label: String, chosen: String?) {
        self.init(value: value, label: label, selected: value == chosen)
    }
}
