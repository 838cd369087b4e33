import Attribution
import CRM

/// Reads the fields of a body one by one and remembers what is wrong with them.
///
/// Clients are of many minds about types: a number or a boolean is taken where a text is due.
struct RequestFields {
    private let body: WireValue
    var problems: [String] = []

    init(_ body: WireValue) { self.body = body }

    /// The value of that name as it came.
    subscript(name: String) -> WireValue? { body[name] }

    /// The outer nil: not named. The inner nil: null or empty.
    mutating func text(_ name: String) -> String?? {
        switch body[name] {
        case nil: return nil
        case .null: return .some(nil)
        case .array, .object:
            problems.append("\(name) must be a string")
            return nil
        case let value?: return .some(value.text)
        }
    }

    /// A list of texts, or one text with commas; null empties the list.
    mutating func tags() -> Set<String>? {
        switch body["tags"] {
        case nil: return nil
        case .null: return []
        case .array(let values) where values.allSatisfy(\.isPlain): return Set(values.compactMap(\.text))
        case .string(let text): return Set(text.split(separator: ",").map(String.init))
        default:
            problems.append("tags must be an array of strings")
            return nil
        }
    }

    /// `[{"id" or "key", "field_value" or "fieldValue" or "value"}]`
    mutating func customValues(_ fields: [CustomField]) -> [FieldID: String?] {
        var values: [FieldID: String?] = [:]
        switch body["customFields"] {
        case nil, .null: break
        case .array(let entries):
            for (index, entry) in entries.enumerated() { customValue(entry, "customFields.\(index)", fields, &values) }
        default: problems.append("customFields must be an array")
        }
        return values
    }

    private mutating func customValue(
        _ entry: WireValue, _ place: String, _ fields: [CustomField], _ values: inout [FieldID: String?]
    ) {
        let id = entry["id"]?.text
        let key = entry["key"]?.text
        guard id != nil || key != nil else { return problems.append("\(place) must have an id or a key") }
        guard let field = fields.first(where: { $0.id.rawValue == id || (id == nil && $0.isCalled(key)) }) else {
            return problems.append("\(place) is not a custom field of this location")
        }
        guard field.derivedFrom == nil else {
            return problems.append("\(place) cannot be written: \(field.key) follows the attribution")
        }
        switch entry["field_value"] ?? entry["fieldValue"] ?? entry["value"] {
        case nil: problems.append("\(place) must have a field_value")
        case .object: problems.append("\(place).field_value must be a string, a number, a boolean or an array of them")
        case .array(let parts) where !parts.allSatisfy(\.isPlain):
            problems.append("\(place).field_value must be an array of strings")
        case .array(let parts): values[field.id] = .some(parts.compactMap(\.text).joined(separator: ", "))
        case let value?: values[field.id] = .some(value.text)
        }
    }

    /// First or Latest as another system kept it; nil where the object says nothing.
    mutating func attribution(_ name: String) -> ImportedAttribution? {
        switch body[name] {
        case nil, .null: return nil
        case .object(let members):
            var reader = AttributionReader(place: name)
            for member in members { reader.take(member.key, member.value) }
            problems += reader.problems
            return reader.attribution
        default:
            problems.append("\(name) must be an object")
            return nil
        }
    }
}

extension WireValue {
    /// Neither a list nor an object.
    var isPlain: Bool {
        switch self {
        case .array, .object: false
        default: true
        }
    }
}

extension CustomField {
    /// Clients leave out the `contact.` before a key.
    func isCalled(_ key: String?) -> Bool { self.key == key || self.key == "contact.\(key ?? "")" }
}

extension String {
    /// Nil for white space alone.
    var nonBlank: String? { allSatisfy(\.isWhitespace) ? nil : self }
}
