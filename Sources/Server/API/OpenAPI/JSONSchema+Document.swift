extension JSONSchema {
    /// The schema as the document shows it (JSON Schema 2020-12); a shape with a name is a reference.
    var document: OpenAPIValue {
        var members = Self.members(of: kind)
        if isNullable {
            if case .text(let type)? = members["type"] {
                members["type"] = .array([.text(type), "null"])
                if case .array(let choices)? = members["enum"] { members["enum"] = .array(choices + [.null]) }
            } else if !members.isEmpty {
                members = ["anyOf": .array([.object(members), .object(["type": "null"])])]
            }
        }
        if let note { members["description"] = .text(note) }
        return .object(members)
    }

    private static func members(of kind: Kind) -> [String: OpenAPIValue] {
        switch kind {
        case .any: return [:]
        case .string(let format, let lengths):
            var members: [String: OpenAPIValue] = ["type": "string"]
            if let format { members["format"] = .text(format) }
            if let lengths {
                members["minLength"] = .number(Int64(lengths.lowerBound))
                members["maxLength"] = .number(Int64(lengths.upperBound))
            }
            return members
        case .choice(let texts): return ["type": "string", "enum": .array(texts.map { .text($0) })]
        case .integer(let range):
            var members: [String: OpenAPIValue] = ["type": "integer"]
            if let range {
                members["minimum"] = .number(range.lowerBound)
                members["maximum"] = .number(range.upperBound)
            }
            return members
        case .number: return ["type": "number"]
        case .boolean: return ["type": "boolean"]
        case .array(let element): return ["type": "array", "items": element.document]
        case .object(let found): return object(found)
        case .map(let element): return ["type": "object", "additionalProperties": element.document]
        case .either(let schemas): return ["anyOf": .array(schemas.map(\.document))]
        case .named(let name, _), .reference(let name):
            return ["$ref": .text("#/components/schemas/\(name)")]
        }
    }

    private static func object(_ found: [Member]) -> [String: OpenAPIValue] {
        var members: [String: OpenAPIValue] = [
            "type": "object",
            "properties": .object(
                Dictionary(found.map { ($0.name, $0.schema.document) }, uniquingKeysWith: { first, _ in first })),
        ]
        let required = found.filter(\.isRequired).map { OpenAPIValue.text($0.name) }
        if !required.isEmpty { members["required"] = .array(required) }
        return members
    }

    /// Adds every shape with a name that stands in this one.
    func collectNamed(into found: inout [String: OpenAPIValue]) {
        switch kind {
        case .any, .string, .choice, .integer, .number, .boolean, .reference: break
        case .array(let element), .map(let element): element.collectNamed(into: &found)
        case .object(let members): for member in members { member.schema.collectNamed(into: &found) }
        case .either(let schemas): for schema in schemas { schema.collectNamed(into: &found) }
        case .named(let name, let schema):
            guard found[name] == nil else { return }
            found[name] = schema.document
            schema.collectNamed(into: &found)
        }
    }
}
