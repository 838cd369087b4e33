import Database

/// A value of a key, as it can be written down: where a walk along a table stands.
enum KeyValue: Sendable, Equatable, Codable {
    case integer(Int64)
    case text(String)
    case blob([UInt8])

    /// Nil for what no key holds.
    init?(_ value: SQLValue) {
        switch value {
        case .integer(let number): self = .integer(number)
        case .text(let text): self = .text(text)
        case .blob(let bytes): self = .blob(bytes)
        case .null, .real: return nil
        }
    }

    var sql: any SQLConvertible {
        switch self {
        case .integer(let number): number
        case .text(let text): text
        case .blob(let bytes): bytes
        }
    }
}
