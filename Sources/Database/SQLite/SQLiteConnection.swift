import Foundation
import GRDB

/// SQLite's side of `Connection`.
struct SQLiteConnection: EngineConnection {
    let database: GRDB.Database
    /// Of the writer; readers leave the keeping of statements to GRDB.
    var shelf: SQLiteShelf?
    /// Of a reader whose statements may not take long.
    var clock: SQLiteClock?

    var dialect: Dialect { .sqlite }

    func execute(_ sql: String, _ values: [any SQLConvertible]) throws -> Int {
        let statement = try statement(sql)
        try statement.execute(arguments: Self.arguments(values))
        return database.changesCount
    }

    func rows(_ sql: String, _ values: [any SQLConvertible]) throws -> [Row] {
        try rows(sql, forEach: [values])
    }

    func row(_ sql: String, _ values: [any SQLConvertible]) throws -> Row? {
        var rows: [Row] = []
        let prepared = try prepared(sql)
        let runner = SQLiteRunner(prepared.statement)
        try runner.append(to: &rows, values, columns: prepared.columns, limit: 1)
        return rows.first
    }

    func forEach(_ sql: String, _ values: [any SQLConvertible], _ body: (Row) throws -> Void) throws {
        let cursor = try cursor(sql, values)
        while let row = try cursor.rows.next() {
            clock?.restart()
            try body(Self.detach(row, cursor.columns))
        }
    }

    func scan(
        _ sql: String, forEach keys: [[any SQLConvertible]], _ body: (borrowing ColumnView) throws -> Bool
    ) throws {
        let statement = try statement(sql)
        let columns = ColumnView(.sqlite(statement.sqliteStatement))
        for values in keys {
            clock?.restart()
            let rows = try GRDB.Row.fetchCursor(statement, arguments: Self.arguments(values))
            while try rows.next() != nil {
                clock?.restart()
                guard try body(columns) else { return }
            }
        }
    }

    private func cursor(
        _ sql: String, _ values: [any SQLConvertible]
    ) throws -> (rows: RowCursor, columns: [String: Int]) {
        let statement = try statement(sql)
        let cursor = try GRDB.Row.fetchCursor(statement, arguments: Self.arguments(values))
        return (cursor, SQLiteRunner.columns(of: statement))
    }

    func prepared(_ sql: String) throws -> SQLiteShelf.Prepared {
        if let shelf { return try shelf.prepared(sql, database) }
        let statement = try statement(sql)
        return SQLiteShelf.Prepared(statement: statement, columns: SQLiteRunner.columns(of: statement))
    }

    /// GRDB never forgets a cached statement: the long ones, of which there is one for every number of rows, are not kept.
    func statement(_ sql: String) throws -> Statement {
        clock?.restart()
        let sql = Self.numbered(sql)
        return try sql.utf8.count <= 2_048 ? database.cachedStatement(sql: sql) : database.makeStatement(sql: sql)
    }

    static func detach(_ row: GRDB.Row, _ columns: [String: Int]) -> Row {
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
