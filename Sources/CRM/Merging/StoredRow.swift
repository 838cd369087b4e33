import Database
import Foundation

/// The values of a row, or its key, as JSON keeps them.
struct StoredRow: Codable, Sendable {
    var values: [Value]

    enum Value: Codable, Sendable, Equatable {
        case null
        case integer(Int64)
        case real(Double)
        case text(String)
        case blob(Data)
    }

    init(_ row: Row, _ columns: [String]) throws {
        values = try columns.map { column in
            switch try row[column] as SQLValue {
            case .null: .null
            case .integer(let integer): .integer(integer)
            case .real(let real): .real(real)
            case .text(let text): .text(text)
            case .blob(let bytes): .blob(Data(bytes))
            }
        }
    }

    var sql: [SQLValue] {
        values.map { value in
            switch value {
            case .null: .null
            case .integer(let integer): .integer(integer)
            case .real(let real): .real(real)
            case .text(let text): .text(text)
            case .blob(let data): .blob(Array(data))
            }
        }
    }
}
