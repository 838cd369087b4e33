/// A value of the document.
enum OpenAPIValue: Sendable, Encodable, ExpressibleByStringLiteral {
    case text(String)
    case number(Int64)
    case bool(Bool)
    case array([OpenAPIValue])
    case object([String: OpenAPIValue])
    case null

    init(stringLiteral text: String) { self = .text(text) }

    func encode(to encoder: any Encoder) throws {
        var container = encoder.singleValueContainer()
        switch self {
        case .text(let text): try container.encode(text)
        case .number(let number): try container.encode(number)
        case .bool(let bool): try container.encode(bool)
        case .array(let values): try container.encode(values)
        case .object(let members): try container.encode(members)
        case .null: try container.encodeNil()
        }
    }
}
