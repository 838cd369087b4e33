extension JSONValue {
    /// The value as text for people: a list has a line for each element, an object of plain values stays on one.
    var text: String { text(indent: "") + "\n" }

    private func text(indent: String) -> String {
        let inner = indent + "  "
        switch self {
        case .null: return "null"
        case .bool(let flag): return flag ? "true" : "false"
        case .number(let number): return Int(exactly: number)?.description ?? number.description
        case .string(let string): return Self.quoted(string)
        case .array(let values):
            return values.isEmpty ? "[]" : Self.block("[", values.map { inner + $0.text(indent: inner) }, indent + "]")
        case .object(let members):
            let items = members.map { Self.quoted($0.key) + ": " + $0.value.text(indent: inner) }
            if members.allSatisfy(\.value.isPlain) { return "{" + items.joined(separator: ", ") + "}" }
            return Self.block("{", items.map { inner + $0 }, indent + "}")
        }
    }

    private var isPlain: Bool {
        switch self {
        case .null, .bool, .number, .string: true
        case .array, .object: false
        }
    }

    private static func block(_ open: String, _ lines: [String], _ close: String) -> String {
        open + "\n" + lines.joined(separator: ",\n") + "\n" + close
    }

    /// Only what must be escaped is: quotes, backslashes and control characters.
    private static func quoted(_ string: String) -> String {
        var text = "\""
        for scalar in string.unicodeScalars {
            switch scalar {
            case "\"": text += "\\\""
            case "\\": text += "\\\\"
            case "\n": text += "\\n"
            case "\r": text += "\\r"
            case "\t": text += "\\t"
            case "\0"..<" ": text += "\\u00" + (scalar.value < 16 ? "0" : "") + String(scalar.value, radix: 16)
            default: text.unicodeScalars.append(scalar)
            }
        }
        return text + "\""
    }
}
