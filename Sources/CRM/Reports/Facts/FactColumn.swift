import Attribution

/// A column of the facts of a subject.
///
/// What the codes of a column stand for: of a Session Source the text of `Source` (`paid_search`), of a pipeline and of
/// a stage its id, of a conversion's kind the medium of its own attribution (`form`, `calendar`, `trigger_link`, …), or
/// where it has none the kind of the event.
enum FactColumn: Hashable, Sendable {
    /// Who it belongs to, as texts: of every subject but visits.
    case contact
    /// Sixteen bytes a row: of visits alone.
    case visitor
    /// Minor units of `currency`: of opportunities and wins.
    case value
    case currency
    case report(ReportColumn)

    /// What it is called in `report_columns`.
    var name: String {
        switch self {
        case .contact: "contact"
        case .visitor: "visitor"
        case .value: "value"
        case .currency: "currency"
        case .report(let column) where column.field.hasModel:
            "\(column.position.rawValue).\(column.field.rawValue)"
        case .report(let column): column.field.rawValue
        }
    }

    /// The dictionary that its codes are looked up in; nil where it holds no codes. First, Latest and visits share one.
    var dictionary: String? {
        switch self {
        case .contact, .visitor, .value: nil
        case .currency: "currency"
        case .report(let column): column.field.rawValue
        }
    }

    /// Whether a row may have several of its values.
    var isList: Bool {
        switch self {
        case .report(let column): column.field.isList
        case .contact, .visitor, .value, .currency: false
        }
    }

    /// The column that holds it in the parts of a subject: a visit has one attribution, whatever the position.
    func stored(of subject: ReportSubject) -> FactColumn {
        guard case .report(let column) = self, subject == .visits else { return self }
        return .report(ReportColumn(column.field, .first))
    }
}

extension ReportField {
    /// Whether a thing may have several of it: tags, and custom fields, of which some take several options.
    var isList: Bool {
        switch self {
        case .tag, .customField: true
        case .attribution, .contactSource, .conversionKind, .pipeline, .stage, .status: false
        }
    }
}
