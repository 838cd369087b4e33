import Foundation

/// A value of somebody else's JSON.
enum ImportValue: Sendable, Decodable {
    case null
    case text(String)
    case array([ImportValue])
    case object([String: ImportValue])

    init(from decoder: any Decoder) throws {
        let container = try decoder.singleValueContainer()
        if container.decodeNil() {
            self = .null
        } else if let bool = try? container.decode(Bool.self) {
            self = .text(bool ? "true" : "false")
        } else if let number = try? container.decode(Decimal.self) {
            self = .text("\(number)")
        } else if let number = try? container.decode(Double.self) {
            // Larger than a decimal number can be: one such value must not make a whole page unreadable.
            self = .text("\(number)")
        } else if let text = try? container.decode(String.self) {
            self = .text(text.replacing("\0", with: "\u{FFFD}"))
        } else if let array = try? container.decode([ImportValue].self) {
            self = .array(array)
        } else {
            self = .object(try container.decode([String: ImportValue].self))
        }
    }

    /// The value as one text; a list with commas between its values.
    var text: String? {
        switch self {
        case .text(let text): text
        case .array(let values): values.compactMap(\.text).joined(separator: ", ")
        case .null, .object: nil
        }
    }

    /// The member of an object that has something to say.
    subscript(name: String) -> ImportValue? {
        guard case .object(let members) = self, let value = members[name], !value.isNull else { return nil }
        return value
    }

    var elements: [ImportValue] {
        if case .array(let values) = self { values } else { [] }
    }

    var isNull: Bool {
        if case .null = self { true } else { false }
    }
}

/// What is written to the lines that an import reads.
extension ImportValue: Encodable {
    func encode(to encoder: any Encoder) throws {
        var container = encoder.singleValueContainer()
        switch self {
        case .null: try container.encodeNil()
        case .text(let text): try container.encode(text)
        case .array(let values): try container.encode(values)
        case .object(let members): try container.encode(members)
        }
    }
}
