import GRDB
import GRDBSQLite

/// The columns of the row that a scan stands on, read where the engine has them: by position, without a copy.
///
/// What it hands out is valid until the closure that was given it returns.
public struct ColumnView: ~Copyable {
    private let statement: SQLiteStatement

    init(_ statement: SQLiteStatement) { self.statement = statement }

    public func isNull(_ column: Int) -> Bool {
        sqlite3_column_type(statement, CInt(column)) == SQLITE_NULL
    }

    /// The number in a column; 0 for null.
    public func integer(_ column: Int) -> Int64 {
        sqlite3_column_int64(statement, CInt(column))
    }

    /// The bytes of a text (UTF-8) or of a blob; nil for null.
    public func bytes(_ column: Int) -> UnsafeRawBufferPointer? {
        let column = CInt(column)
        // The order matters: the pointer first, then how far it reaches.
        if let start = sqlite3_column_blob(statement, column) {
            return UnsafeRawBufferPointer(start: start, count: Int(sqlite3_column_bytes(statement, column)))
        }
        let isNull = sqlite3_column_type(statement, column) == SQLITE_NULL
        return isNull ? nil : UnsafeRawBufferPointer(start: nil, count: 0)
    }

    /// A copy of the text in a column; nil for null.
    public func text(_ column: Int) -> String? {
        bytes(column).map { String(decoding: $0, as: UTF8.self) }
    }
}

extension Connection {
    /// Walks along the rows of an answer until `body` answers false: for the few queries that read millions.
    ///
    /// Unlike `forEach` it makes nothing of a row: `body` takes from the columns what it needs. It asks the connection
    /// nothing: not every engine answers a second query while the first one is open.
    public func scan(
        _ sql: String, _ values: [any SQLConvertible] = [], _ body: (borrowing ColumnView) throws -> Bool
    ) throws {
        let statement = try statement(sql)
        let rows = try GRDB.Row.fetchCursor(statement, arguments: Self.arguments(values))
        let columns = ColumnView(statement.sqliteStatement)
        while try rows.next() != nil {
            guard try body(columns) else { return }
        }
    }
}
