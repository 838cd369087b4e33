import GRDBSQLite

/// The columns of the row that a scan stands on, read where the engine has them: by position, without a copy.
///
/// What it hands out is valid until the closure that was given it returns.
public struct ColumnView: ~Copyable {
    enum Source {
        case sqlite(OpaquePointer)
        case postgres(PostgresResult, row: Int)
    }

    private let source: Source

    init(_ source: Source) { self.source = source }

    public func isNull(_ column: Int) -> Bool {
        switch source {
        case .sqlite(let statement): sqlite3_column_type(statement, CInt(column)) == SQLITE_NULL
        case .postgres(let result, let row): result.isNull(row, column)
        }
    }

    /// The number in a column; 0 for null.
    public func integer(_ column: Int) -> Int64 {
        switch source {
        case .sqlite(let statement): sqlite3_column_int64(statement, CInt(column))
        case .postgres(let result, let row): result.integer(row, column)
        }
    }

    /// The bytes of a text (UTF-8) or of a blob; nil for null.
    public func bytes(_ column: Int) -> UnsafeRawBufferPointer? {
        switch source {
        case .sqlite(let statement): Self.bytes(statement, CInt(column))
        case .postgres(let result, let row): result.isNull(row, column) ? nil : result.bytes(row, column)
        }
    }

    /// A copy of the text in a column; nil for null.
    public func text(_ column: Int) -> String? {
        bytes(column).map { String(decoding: $0, as: UTF8.self) }
    }

    private static func bytes(_ statement: OpaquePointer, _ column: CInt) -> UnsafeRawBufferPointer? {
        // The order matters: the pointer first, then how far it reaches.
        if let start = sqlite3_column_blob(statement, column) {
            return UnsafeRawBufferPointer(start: start, count: Int(sqlite3_column_bytes(statement, column)))
        }
        let isNull = sqlite3_column_type(statement, column) == SQLITE_NULL
        return isNull ? nil : UnsafeRawBufferPointer(start: nil, count: 0)
    }
}
