import Foundation

/// The columns of an export: one table for CSV and JSON Lines.
public struct ExportTable<Row: Sendable>: Sendable {
    let columns: [Column]

    struct Column: Sendable {
        /// In JSON Lines.
        let name: String
        /// In the header of a CSV file.
        let title: String
        let value: @Sendable (Row) -> ExportValue

        init(_ name: String, _ title: String, value: @escaping @Sendable (Row) -> ExportValue) {
            self.name = name
            self.title = title
            self.value = value
        }
    }

    /// The titles as a line of CSV.
    public var header: String { CSVLine.text(columns.map(\.title)) }

    /// A row as a line of CSV.
    public func csv(_ row: Row) -> String { CSVLine.text(columns.map { $0.value(row).text }) }

    /// A row as a JSON object.
    public func json(_ row: Row) -> Line { Line(columns: columns, row: row) }

    public struct Line: Encodable, Sendable {
        fileprivate let columns: [Column]
        fileprivate let row: Row

        public func encode(to encoder: any Encoder) throws {
            var container = encoder.container(keyedBy: LineKey.self)
            for column in columns { try container.encode(column.value(row), forKey: LineKey(column.name)) }
        }
    }
}

/// One value of an export; what is absent is null in JSON and empty in CSV.
enum ExportValue: Encodable {
    case text(String?)
    case number(Int?)
    case flag(Bool)
    case decimal(Decimal)
    /// Values under their names.
    case named([String: String])
    /// The fields of a form as they were sent.
    case fields([SubmittedField])
    /// What the rules in use say, where that differs.
    case opinion(OpinionLine?)

    var text: String? {
        switch self {
        case .text(let text): text
        case .number(let number): number.map(String.init)
        case .flag(let flag): flag ? "true" : "false"
        case .decimal(let number): "\(number)"
        case .named(let values):
            values.sorted { $0.key < $1.key }.map { "\($0.key): \($0.value)" }.joined(separator: "; ")
        case .fields(let fields): fields.map { "\($0.label ?? $0.name): \($0.value)" }.joined(separator: "; ")
        case .opinion(let opinion): opinion?.text
        }
    }

    func encode(to encoder: any Encoder) throws {
        var container = encoder.singleValueContainer()
        switch self {
        case .text(let text): try container.encode(text)
        case .number(let number): try container.encode(number)
        case .flag(let flag): try container.encode(flag)
        case .decimal(let number): try container.encode(number)
        case .named(let values): try container.encode(values)
        case .fields(let fields): try container.encode(fields)
        case .opinion(let opinion): try container.encode(opinion)
        }
    }
}
