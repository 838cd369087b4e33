/// A value of an event's fields, as JSON has them.
public enum OutboxValue: Sendable, Equatable {
    case null
    case flag(Bool)
    case number(Int64)
    case decimal(Double)
    case text(String)
    case list([OutboxValue])
    case object([String: OutboxValue])

    /// A text, or null where there is none.
    public static func optional(_ text: String?) -> OutboxValue { text.map(OutboxValue.text) ?? .null }

    /// A moment as the API writes it.
    public static func moment(_ moment: Milliseconds?) -> OutboxValue { .optional(moment?.iso8601) }
}

extension OutboxValue: Codable {
    public init(from decoder: any Decoder) throws {
        let container = try decoder.singleValueContainer()
        if container.decodeNil() {
            self = .null
        } else if let flag = try? container.decode(Bool.self) {
            self = .flag(flag)
        } else if let number = try? container.decode(Int64.self) {
            self = .number(number)
        } else if let decimal = try? container.decode(Double.self) {
            self = .decimal(decimal)
        } else if let text = try? container.decode(String.self) {
            self = .text(text)
        } else if let list = try? container.decode([OutboxValue].self) {
            self = .list(list)
        } else {
            self = .object(try container.decode([String: OutboxValue].self))
        }
    }

    public func encode(to encoder: any Encoder) throws {
        var container = encoder.singleValueContainer()
        switch self {
        case .null: try container.encodeNil()
        case .flag(let flag): try container.encode(flag)
        case .number(let number): try container.encode(number)
        case .decimal(let decimal): try container.encode(decimal)
        case .text(let text): try container.encode(text)
        case .list(let list): try container.encode(list)
        case .object(let fields): try container.encode(fields)
        }
    }
}
