/// SQLite is in the process: a statement that is prepared once and run many times is as fast as one of many rows.
extension SQLiteConnection {
    func rows(_ sql: String, forEach keys: [[any SQLConvertible]]) throws -> [Row] {
        let runner = SQLiteRunner(try statement(sql))
        let columns = runner.columns
        var rows: [Row] = []
        for key in keys { try runner.append(to: &rows, key, columns: columns) }
        return rows
    }

    func execute(_ sql: String, forEach rows: [[any SQLConvertible]]) throws {
        let runner = SQLiteRunner(try statement(sql))
        for row in rows { _ = try runner.run(row) }
    }

    func insert(into table: String, _ columns: [String], _ rows: [[any SQLConvertible]], _ conflict: String) throws {
        try execute(
            """
            insert into \(table) (\(columns.joined(separator: ", "))) values (\(placeholders(columns.count))) \(conflict)
            """, forEach: rows)
    }
}
