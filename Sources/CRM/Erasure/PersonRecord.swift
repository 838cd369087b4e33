import Database
import Foundation

/// Everything that is held about one person, table by table, as it is stored: a document to hand over.
///
/// As JSON: `{"exportedAt", "records": {"<table>": [{"<column>": value}]}}`. Times are ISO 8601 in UTC, ids of browsers
/// UUIDs; what has no value is null.
public struct PersonRecord: Encodable, Sendable {
    let exportedAt: Milliseconds
    let tables: [Table]

    struct Table: Sendable {
        let name: String
        let rows: [[(column: String, value: SQLValue)]]
    }

    public func encode(to encoder: any Encoder) throws {
        var container = encoder.container(keyedBy: LineKey.self)
        try container.encode(exportedAt.iso8601, forKey: "exportedAt")
        var records = container.nestedContainer(keyedBy: LineKey.self, forKey: "records")
        for table in tables {
            var rows = records.nestedUnkeyedContainer(forKey: LineKey(table.name))
            for row in table.rows {
                var object = rows.nestedContainer(keyedBy: LineKey.self)
                for (column, value) in row { try Self.encode(value, of: column, to: &object) }
            }
        }
    }

    private static func encode(
        _ value: SQLValue, of column: String, to object: inout KeyedEncodingContainer<LineKey>
    ) throws {
        let key = LineKey(column)
        switch value {
        case .null: try object.encodeNil(forKey: key)
        case .integer(let moment) where column == "at" || column.hasSuffix("_at"):
            try object.encode(moment.iso8601, forKey: key)
        case .integer(let number): try object.encode(number, forKey: key)
        case .real(let number): try object.encode(number, forKey: key)
        case .text(let text): try object.encode(text, forKey: key)
        case .blob(let bytes):
            try object.encode(UUID(bytes)?.uuidString.lowercased() ?? Data(bytes).base64EncodedString(), forKey: key)
        }
    }
}

extension UUID {
    fileprivate init?(_ bytes: [UInt8]) {
        guard let id = VisitorID(sqlValue: .blob(bytes)) else { return nil }
        self = id.rawValue
    }
}
