import Attribution
import CRM

/// What people call the fields that reports are filtered by.
struct ReportFieldNames {
    private let custom: [CustomField]

    init(_ custom: [CustomField]) {
        self.custom = custom.filter { $0.derivedFrom == nil && $0.model == .contact }
    }

    /// In the order of a select.
    var filterable: [ReportField] {
        ReportDimension.allCases.map { .attribution($0) } + [.tag, .contactSource]
            + custom.map { .customField($0.id) }
    }

    func label(_ field: ReportField) -> String {
        switch field {
        case .attribution(let dimension): dimension.label
        case .contactSource: "Contact Source"
        case .tag: "Tag"
        case .customField(let id): custom.first { $0.id == id }?.name ?? "A field that was removed"
        case .conversionKind: "Kind of conversion"
        case .pipeline: "Pipeline"
        case .stage: "Stage"
        case .status: "Status"
        }
    }

    /// `UTM Campaign is spring or summer`
    func sentence(_ filter: ReportFilter, model: AttributionPosition) -> String {
        let column = filter.column
        let isOther = column.field.hasModel && column.position != model
        let name = (isOther ? column.position.label + " " : "") + label(column.field)
        return name + " " + words(filter.condition, column.field)
    }

    private func words(_ condition: ReportFilter.Condition, _ field: ReportField) -> String {
        switch condition {
        case .isAny(let values): "is " + values.map { value($0, field) }.joined(separator: " or ")
        case .isNone(let values): "is not " + values.map { value($0, field) }.joined(separator: " or ")
        case .contains(let text): "contains \(text)"
        case .isEmpty: "is empty"
        case .isNotEmpty: "is not empty"
        case .either(let conditions): conditions.map { words($0, field) }.joined(separator: " or ")
        }
    }

    private func value(_ text: String, _ field: ReportField) -> String {
        if text.isEmpty { return "empty" }
        guard field == .attribution(.sessionSource) else { return field.word(for: text) ?? text }
        return Source(rawValue: text)?.label ?? text
    }
}
