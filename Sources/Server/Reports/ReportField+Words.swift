import Attribution
import CRM

/// What people read for values that are kept as keys: `Trigger link` for `trigger_link`, `Exact` for `e`.
extension ReportField {
    /// Nil for a value that says itself what it is.
    func word(for value: String) -> String? {
        if Placeholder.isPlaceholder(value) { return ReportKey.placeholderName }
        let folded = value.lowercased()
        return words.first { $0.key.lowercased() == folded }?.word
    }

    /// The key of a word that somebody wrote; any other text stays what it is.
    func key(for text: String) -> String {
        if text == ReportKey.placeholderName { return ReportKey.placeholderText }
        let folded = text.lowercased()
        return words.first { $0.word.lowercased() == folded }?.key ?? text
    }

    /// Whether people read other texts than those that are kept.
    var hasWords: Bool { !words.isEmpty }

    private var words: [(key: String, word: String)] {
        switch self {
        case .attribution(.medium): Self.mediums
        case .conversionKind: Self.conversionKinds
        case .attribution(.utmMatchtype): AdMatchType.allCases.map { ($0.rawValue, $0.label) }
        case .status: Opportunity.Status.allCases.map { ($0.rawValue, $0.label) }
        default: []
        }
    }

    private static let mediums = Medium.allCases.map { ($0.rawValue, $0.label) }

    /// A conversion has the medium of its own attribution, and without one the kind of its event.
    private static let conversionKinds = mediums + Conversion.Kind.allCases.map { ($0.rawValue, $0.label) }
}

extension ReportKey {
    /// What people read in a list of the values of a field.
    func title(in field: ReportField) -> String {
        if isPlaceholder { return Self.placeholderName }
        guard let label else { return "(none)" }
        return field.word(for: label) ?? label
    }
}

extension Medium {
    var label: String {
        switch self {
        case .form: "Form"
        case .survey: "Survey"
        case .quiz: "Quiz"
        case .calendar: "Calendar"
        case .chatWidget: "Chat widget"
        case .orderForm: "Order form"
        case .externalForm: "External form"
        case .triggerLink: "Trigger link"
        case .call: "Call"
        case .sms: "SMS"
        case .email: "E-mail"
        case .whatsapp: "WhatsApp"
        case .facebook: "Facebook"
        case .instagram: "Instagram"
        case .manual: "By hand"
        case .csvImport: "CSV import"
        case .workflow: "Workflow"
        case .api: "API"
        }
    }
}

extension Conversion.Kind {
    fileprivate var label: String {
        switch self {
        case .externalForm: "External form, not attributed"
        case .ownForm: "Form"
        case .identify: "Identified by an application"
        case .update: "Changed by an application"
        case .manual: "By hand"
        case .api: "API"
        case .triggerLink: "Trigger link"
        }
    }
}
