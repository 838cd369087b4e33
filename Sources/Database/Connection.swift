import Foundation
import GRDB

/// The open connection of one `read` or `write`; it is of no use outside that closure.
///
/// SQL uses the placeholders `$1`, `$2`, …, which both engines read; a placeholder may be used more than once.
public struct Connection {
    let database: GRDB.Database

    public var dialect: Dialect { .sqlite }

    /// Runs one statement and says how many rows it changed.
    @discardableResult
    public func execute(_ sql: String, _ values: [any SQLConvertible] = []) throws -> Int {
        let statement = try statement(sql)
        try statement.execute(arguments: Self.arguments(values))
        return database.changesCount
    }

    /// Every row of the answer. A query that can be long has a limit in its SQL or goes through `forEach`.
    public func rows(_ sql: String, _ values: [any SQLConvertible] = []) throws -> [Row] {
        var rows: [Row] = []
        try forEach(sql, values) { rows.append($0) }
        return rows
    }

    /// The first row of the answer, or nil.
    public func row(_ sql: String, _ values: [any SQLConvertible] = []) throws -> Row? {
        let cursor = try cursor(sql, values)
        return try cursor.rows.next().map { Self.detach($0, cursor.columns) }
    }

    /// Calls `body` with one row after the other, none of them kept.
    public func forEach(_ sql: String, _ values: [any SQLConvertible] = [], _ body: (Row) throws -> Void) throws {
        let cursor = try cursor(sql, values)
        while let row = try cursor.rows.next() {
            try body(Self.detach(row, cursor.columns))
        }
    }

    private func cursor(
        _ sql: String, _ values: [any SQLConvertible]
    ) throws -> (rows: RowCursor, columns: [String: Int]) {
        let statement = try statement(sql)
        let cursor = try GRDB.Row.fetchCursor(statement, arguments: Self.arguments(values))
        let names = statement.columnNames.enumerated().map { ($1, $0) }
        return (cursor, Dictionary(names, uniquingKeysWith: { first, _ in first }))
    }

    /// GRDB never forgets a cached statement: the long ones, of which there is one for every number of rows, are not kept.
    func statement(_ sql: String) throws -> Statement {
        let sql = Self.numbered(sql)
        return try sql.utf8.count <= 2_048 ? database.cachedStatement(sql: sql) : database.makeStatement(sql: sql)
    }

    private static func detach(_ row: GRDB.Row, _ columns: [String: Int]) -> Row {
        Row(
            columns: columns,
            values: row.databaseValues.map { value in
                switch value.storage {
                case .null: .null
                case .int64(let integer): .integer(integer)
                case .double(let real): .real(real)
                case .string(let text): .text(text)
                case .blob(let data): .blob(Array(data))
                }
            }
        )
    }

    static func arguments(_ values: [any SQLConvertible]) -> StatementArguments {
        StatementArguments(
            values.map { value -> (any DatabaseValueConvertible)? in
                switch value.sqlValue {
                case .null: nil
                case .integer(let integer): integer
                case .real(let real): real
                case .text(let text): text
                case .blob(let bytes): Data(bytes)
                }
            }
        )
    }

    /// SQLite numbers `$1` by first appearance and `?1` by its number: only the latter means what PostgreSQL's `$1` means.
    static func numbered(_ sql: String) -> String {
        var bytes = Array(sql.utf8)
        for index in bytes.indices.dropLast() where bytes[index] == UInt8(ascii: "$") {
            if (UInt8(ascii: "1")...UInt8(ascii: "9")).contains(bytes[index + 1]) { bytes[index] = UInt8(ascii: "?") }
        }
        return String(decoding: bytes, as: UTF8.self)
    }
}
