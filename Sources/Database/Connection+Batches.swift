/// Many rows in one go: what an engine can do faster than statement by statement.
extension Connection {
    /// The answers to the same question, asked once for each of `keys`: `$1`, `$2`, … are a key's values.
    ///
    /// Rows come in no particular order, so the answer must tell whose they are. Keys must not be null.
    public func rows(_ sql: String, forEach keys: [[any SQLConvertible]]) throws -> [Row] {
        var rows: [Row] = []
        for key in keys { rows += try self.rows(sql, key) }
        return rows
    }

    /// Inserts rows, whose values stand in the order of `columns`.
    ///
    /// - Parameter conflict: an `on conflict …` clause, or nothing.
    public func insert(
        into table: String, _ columns: [String], _ rows: [[any SQLConvertible]], _ conflict: String = ""
    ) throws {
        let sql = """
            insert into \(table) (\(columns.joined(separator: ", "))) values (\(placeholders(columns.count))) \(conflict)
            """
        for row in rows { try execute(sql, row) }
    }
}
