extension JSONSchema {
    /// A value of this shape as JSON, for people to read: every member is there, with a value that says its type.
    func example(indentedBy indent: String = "") -> String {
        switch kind {
        case .any: "\"…\""
        case .string(let format, _): format == "date-time" ? "\"2026-11-02T09:00:00.000Z\"" : "\"…\""
        case .choice(let texts): "\"\(texts.first ?? "…")\""
        case .integer(let range): "\(range?.lowerBound ?? 0)"
        case .number: "0.0"
        case .boolean: "true"
        case .array(let element): "[\(element.example(indentedBy: indent))]"
        case .object(let members): Self.example(of: members, indentedBy: indent)
        case .map, .reference: "{…}"
        case .either(let schemas): schemas.first?.example(indentedBy: indent) ?? "\"…\""
        case .named(_, let schema): schema.example(indentedBy: indent)
        }
    }

    private static func example(of members: [Member], indentedBy indent: String) -> String {
        guard !members.isEmpty else { return "{}" }
        let inner = indent + "  "
        let lines = members.map { "\(inner)\"\($0.name)\": \($0.schema.example(indentedBy: inner))" }
        return "{\n\(lines.joined(separator: ",\n"))\n\(indent)}"
    }

    /// The shape of a single value in a word or two.
    var word: String {
        let word =
            switch kind {
            case .any: "any"
            case .string(let format, _): format == "date-time" ? "time" : "text"
            case .choice(let texts): texts.joined(separator: ", ")
            case .integer(let range?) where range.upperBound < 1_000_000: "\(range.lowerBound) to \(range.upperBound)"
            case .integer: "whole number"
            case .number: "number"
            case .boolean: "true or false"
            case .array(let element): "\(element.word), repeated"
            case .object, .map, .reference: "object"
            case .either(let schemas): schemas.map(\.word).joined(separator: " or ")
            case .named(_, let schema): schema.word
            }
        return isNullable ? "\(word), or null" : word
    }
}
