import GRDB
import GRDBSQLite

/// Runs one prepared statement of SQLite many times: values go in and columns come out without a detour.
struct SQLiteRunner: ~Copyable {
    private let statement: Statement
    private let pointer: SQLiteStatement
    /// Where the texts and bytes of a row stand while the statement runs. SQLite reads them there: a copy of its own would
    /// be a piece of memory for every value.
    private let room: UnsafeMutableRawBufferPointer

    /// Nearly every row fits; what is left of a longer one SQLite copies.
    private static let roomSize = 16 << 10

    init(_ statement: Statement) {
        self.statement = statement
        pointer = statement.sqliteStatement
        room = .allocate(byteCount: Self.roomSize, alignment: 1)
    }

    /// The statement may be kept for the next one who needs it; the values are not.
    deinit {
        sqlite3_clear_bindings(pointer)
        room.deallocate()
    }

    /// Where each column of the answer stands; of two of one name the first.
    static func columns(of statement: Statement) -> [String: Int] {
        Dictionary(statement.columnNames.enumerated().map { ($1, $0) }, uniquingKeysWith: { first, _ in first })
    }

    /// Runs a statement that answers nothing; says how many rows it changed.
    func run(_ values: [any SQLConvertible]) throws -> Int {
        try bind(values)
        defer { sqlite3_reset(pointer) }
        let code = sqlite3_step(pointer)
        guard code == SQLITE_DONE else { throw failure(code) }
        return Int(sqlite3_changes(database))
    }

    /// Appends the rows of the answer.
    func append(
        to rows: inout [Row], _ values: [any SQLConvertible], columns: [String: Int], limit: Int = .max
    ) throws {
        let end = limit == .max ? limit : rows.count + limit
        try bind(values)
        defer { sqlite3_reset(pointer) }
        let count = sqlite3_column_count(pointer)
        while rows.count < end {
            let code = sqlite3_step(pointer)
            guard code == SQLITE_ROW else {
                if code == SQLITE_DONE { return }
                throw failure(code)
            }
            rows.append(Row(columns: columns, values: (0..<count).map { value($0) }))
        }
    }

    private func value(_ column: CInt) -> SQLValue {
        switch sqlite3_column_type(pointer, column) {
        case SQLITE_INTEGER: .integer(sqlite3_column_int64(pointer, column))
        case SQLITE_FLOAT: .real(sqlite3_column_double(pointer, column))
        case SQLITE_TEXT: .text(String(decoding: bytes(column), as: UTF8.self))
        case SQLITE_BLOB: .blob(Array(bytes(column)))
        default: .null
        }
    }

    /// The order matters: the pointer first, then how far it reaches.
    private func bytes(_ column: CInt) -> UnsafeRawBufferPointer {
        let start = sqlite3_column_blob(pointer, column)
        return UnsafeRawBufferPointer(start: start, count: Int(sqlite3_column_bytes(pointer, column)))
    }

    private var database: OpaquePointer? { sqlite3_db_handle(pointer) }

    private func failure(_ code: CInt) -> GRDB.DatabaseError {
        // The message names columns and constraints, never a value.
        GRDB.DatabaseError(
            resultCode: .init(rawValue: sqlite3_extended_errcode(database)),
            message: sqlite3_errmsg(database).map { String(cString: $0) }, sql: statement.sql)
    }

    private func bind(_ values: [any SQLConvertible]) throws {
        // What is not bound would have the value of the run before.
        let expected = Int(sqlite3_bind_parameter_count(pointer))
        guard values.count == expected else {
            throw GRDB.DatabaseError(
                resultCode: .SQLITE_MISUSE, message: "\(values.count) values for \(expected) placeholders",
                sql: statement.sql)
        }
        var used = 0
        for (index, value) in values.enumerated() {
            let code = bind(value.sqlValue, at: CInt(index + 1), &used)
            guard code == SQLITE_OK else { throw failure(code) }
        }
    }

    private func bind(_ value: SQLValue, at place: CInt, _ used: inout Int) -> CInt {
        switch value {
        case .null: return sqlite3_bind_null(pointer, place)
        case .integer(let integer): return sqlite3_bind_int64(pointer, place, integer)
        case .real(let real): return sqlite3_bind_double(pointer, place, real)
        case .text(var text):
            return text.withUTF8 { bytes in
                // A null pointer would be a null, not an empty text.
                guard let start = bytes.baseAddress else {
                    return sqlite3_bind_text(pointer, place, "", 0, Self.transient)
                }
                let (kept, end) = keep(start, bytes.count, &used)
                return sqlite3_bind_text64(
                    pointer, place, kept.assumingMemoryBound(to: CChar.self), UInt64(bytes.count), end,
                    UInt8(SQLITE_UTF8))
            }
        case .blob(let bytes):
            return bytes.withUnsafeBytes { bytes in
                guard let start = bytes.baseAddress, !bytes.isEmpty else {
                    return sqlite3_bind_zeroblob(pointer, place, 0)
                }
                let (kept, end) = keep(start, bytes.count, &used)
                return sqlite3_bind_blob64(pointer, place, kept, UInt64(bytes.count), end)
            }
        }
    }

    /// Copies a value to where it stays until the next row is bound, as far as there is room; says where it is, and how
    /// SQLite has to treat it: nil where it may take it as it stands.
    private func keep(
        _ start: UnsafeRawPointer, _ count: Int, _ used: inout Int
    ) -> (UnsafeRawPointer, sqlite3_destructor_type?) {
        guard count <= room.count - used, let base = room.baseAddress else { return (start, Self.transient) }
        let place = base + used
        place.copyMemory(from: start, byteCount: count)
        used += count
        return (UnsafeRawPointer(place), nil)
    }

    /// What is handed over ends with the call: SQLite keeps a copy.
    private static var transient: sqlite3_destructor_type { unsafeBitCast(-1, to: sqlite3_destructor_type.self) }
}
