import GRDB

/// SQLite is in the process: a statement that is prepared once and run many times is as fast as one of many rows.
extension SQLiteConnection {
    func rows(_ sql: String, forEach keys: [[any SQLConvertible]]) throws -> [Row] {
        let prepared = try prepared(sql)
        let runner = SQLiteRunner(prepared.statement)
        var rows: [Row] = []
        for key in keys {
            clock?.restart()
            try runner.append(to: &rows, key, columns: prepared.columns)
        }
        return rows
    }

    func execute(_ sql: String, forEach rows: [[any SQLConvertible]]) throws {
        let runner = SQLiteRunner(try prepared(sql).statement)
        for row in rows { _ = try runner.run(row) }
    }

    func insert(into table: String, _ columns: [String], _ rows: [[any SQLConvertible]], _ conflict: String) throws {
        let runner = SQLiteRunner(try insertion(into: table, columns, conflict))
        for row in rows { _ = try runner.run(row) }
    }

    func insertNew(into table: String, _ columns: [String], key: Int, _ rows: [[any SQLConvertible]]) throws -> [Bool] {
        let runner = SQLiteRunner(try insertion(into: table, columns, "on conflict do nothing"))
        return try rows.map { try runner.run($0) > 0 }
    }

    private func insertion(into table: String, _ columns: [String], _ conflict: String) throws -> Statement {
        guard let shelf else { return try statement(Self.insertion(into: table, columns, conflict)) }
        return try shelf.insertion(into: table, columns, conflict, database).statement
    }

    static func insertion(into table: String, _ columns: [String], _ conflict: String) -> String {
        """
        insert into \(table) (\(columns.joined(separator: ", "))) values (\(placeholders(columns.count))) \(conflict)
        """
    }
}
