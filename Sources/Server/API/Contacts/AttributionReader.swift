import Attribution
import CRM

/// Reads an attribution that a client brings along, under the names of either shape that the API writes.
struct AttributionReader {
    let place: String
    private(set) var problems: [String] = []
    private var source: Source?
    private var createdAt: Milliseconds?
    private var values: [AttributionField: String] = [:]

    private static let fields: [String: AttributionField] = {
        let names = AttributionField.allCases.flatMap { field in
            [field.apiName, field.prefixedName].compactMap { $0 }.map { ($0, field) }
        }
        return Dictionary(names + [("msclikid", .msclkid)], uniquingKeysWith: { first, _ in first })
    }()

    init(place: String) { self.place = place }

    /// Nil when nothing was said.
    var attribution: ImportedAttribution? {
        guard source != nil || !values.isEmpty else { return nil }
        return ImportedAttribution(source: source, values: values, createdAt: createdAt)
    }

    /// Takes one member; names that are no field say nothing.
    mutating func take(_ name: String, _ value: WireValue) {
        guard let field = Self.fields[name], value != .null else { return }
        guard value.isPlain else { return problems.append("\(place).\(name) must be a string") }
        guard let text = value.text?.nonBlank else { return }
        switch field {
        case .sessionSource:
            source = Source(spelling: text)
            if source == nil { problems.append("\(place).\(name) must be one of \(Self.labels)") }
        case .createdAt:
            createdAt = MomentText.read(text)
            if createdAt == nil { problems.append("\(place).\(name) must be a time in ISO 8601 or milliseconds") }
        case .device: break  // It follows from the user agent.
        default: values[field] = text
        }
    }

    private static let labels = Source.allCases.map(\.apiLabel).joined(separator: ", ")
}
