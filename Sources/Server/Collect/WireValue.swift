/// A JSON value (RFC 8259) as it came over the wire: objects keep their order, so that a submission can be shown as it was
/// filled in.
enum WireValue: Sendable, Equatable {
    case null
    case bool(Bool)
    /// The number's own text: what is not a count is never rounded.
    case number(String)
    case string(String)
    case array([WireValue])
    case object([Member])

    struct Member: Sendable, Equatable {
        let key: String
        let value: WireValue
    }

    /// The first member of that name; nil for anything but an object.
    subscript(key: String) -> WireValue? {
        guard case .object(let members) = self else { return nil }
        return members.first { $0.key == key }?.value
    }

    /// The value as a text: a string, a number or a boolean, never "" (an empty value is absent).
    var text: String? {
        switch self {
        case .string(let text), .number(let text): text.isEmpty ? nil : text
        case .bool(let bool): bool ? "true" : "false"
        case .null, .array, .object: nil
        }
    }

    /// The value as JSON again.
    var json: String {
        switch self {
        case .null: "null"
        case .bool(let bool): bool ? "true" : "false"
        case .number(let text): text
        case .string(let text): Self.quoted(text)
        case .array(let values): "[" + values.map(\.json).joined(separator: ",") + "]"
        case .object(let members):
            "{" + members.map { Self.quoted($0.key) + ":" + $0.value.json }.joined(separator: ",") + "}"
        }
    }

    /// Escaped as RFC 8259, section 7, asks: quotation mark, reverse solidus and control characters.
    private static func quoted(_ text: String) -> String {
        if text.utf8.allSatisfy({ $0 >= 0x20 && $0 != UInt8(ascii: "\"") && $0 != UInt8(ascii: "\\") }) {
            return "\"\(text)\""
        }
        return text.unicodeScalars.reduce(into: "\"") { quoted, scalar in
            switch scalar {
            case "\"": quoted += "\\\""
            case "\\": quoted += "\\\\"
            case "\0"..<" ": quoted += "\\u" + String(scalar.value + 0x10000, radix: 16).suffix(4)
            default: quoted.unicodeScalars.append(scalar)
            }
        } + "\""
    }

    /// The texts of a value or of a list of values.
    var texts: [String] {
        if case .array(let values) = self { return values.compactMap(\.text) }
        return text.map { [$0] } ?? []
    }

    /// About the bytes it takes as JSON; the marks between the texts count, or thousands of empty ones would weigh nothing.
    var size: Int {
        switch self {
        case .null, .bool: 4
        case .number(let text): text.utf8.count
        case .string(let text): text.utf8.count + 2
        case .array(let values): values.reduce(2) { $0 + $1.size + 1 }
        case .object(let members): members.reduce(2) { $0 + $1.key.utf8.count + $1.value.size + 4 }
        }
    }
}
