import Attribution
import CRM

/// The part of a list's filter that asks about fields of First or of Latest.
struct AttributionFilter: Equatable {
    /// Which of the two is asked about.
    var position = AttributionPosition.latest
    /// What the fields must be; a value that ends with an asterisk is the beginning of it.
    var values: [Field: String] = [:]
    /// Only those of whom the rules in force say something else.
    var differs = false

    /// A field, under the name that addresses carry.
    enum Field: String, CaseIterable {
        case campaign
        case utmSource = "utm_source"
        case utmMedium = "utm_medium"
        case utmContent = "utm_content"
        case medium

        var field: AttributionField {
            switch self {
            case .campaign: .utmCampaign
            case .utmSource: .utmSource
            case .utmMedium: .utmMedium
            case .utmContent: .utmContent
            case .medium: .medium
            }
        }

        var label: String { field == .utmCampaign ? "Campaign" : field.label }
    }

    init() {}

    init(_ query: FormBody) {
        position = query.text("of").flatMap(AttributionPosition.init(rawValue:)) ?? .latest
        for field in Field.allCases {
            values[field] = query.text(field.rawValue).map { String($0.prefix(200)) }
        }
        differs = query.text("differs") == "1"
    }

    var isEmpty: Bool { values.isEmpty && !differs }

    var parameters: [(name: String, value: String)] {
        guard !isEmpty else { return [] }
        return Field.allCases.compactMap { field in values[field].map { (field.rawValue, $0) } }
            + (differs ? [("differs", "1")] : []) + (position == .first ? [("of", position.rawValue)] : [])
    }

    var conditions: [ContactCondition] {
        let fields = Field.allCases.compactMap { field in
            values[field].map { Self.condition(.attribution(AttributionReference(position, field.field)), $0) }
        }
        return fields + (differs ? [.test(ContactTest(.secondOpinion(position), .exists))] : [])
    }

    /// A value, or with an asterisk behind it the beginning of one.
    static func condition(_ field: ContactSearchField, _ text: String) -> ContactCondition {
        guard text.count > 1, text.hasSuffix("*") else { return .equals(field, .text(text)) }
        let beginning = String(text.dropLast())
        let range = SearchRange(
            from: SearchRange.Bound(.text(beginning)),
            to: SearchRange.Bound(.text(beginning + "\u{10FFFF}"), isIncluded: false))
        return .test(ContactTest(field, .range(range)))
    }

    /// The words for one of the parameters; nil for one that is not shown by itself.
    func label(_ name: String) -> String? {
        if name == "differs" { return "\(position.label): today's rules say otherwise" }
        guard let field = Field(rawValue: name), let value = values[field] else { return nil }
        return "\(position.label) \(field.label): \(value)"
    }

    /// The filter without the part of this name.
    func without(_ name: String) -> AttributionFilter {
        var filter = self
        if name == "differs" { filter.differs = false }
        if let field = Field(rawValue: name) { filter.values[field] = nil }
        return filter
    }
}
