/// Many rows in one go: what an engine can do faster than statement by statement.
extension Connection {
    /// The answers to the same question, asked once for each of `keys`: `$1`, `$2`, … are a key's values.
    ///
    /// Rows come in no particular order, so the answer must tell whose they are. Keys must not be null.
    public func rows(_ sql: String, forEach keys: [[any SQLConvertible]]) throws -> [Row] {
        keys.isEmpty ? [] : try engine.rows(sql, forEach: keys)
    }

    /// Runs a statement that answers nothing once for each of `rows`: `$1`, `$2`, … are a row's values.
    ///
    /// No two rows may change the same row of the table: which comes last is for the engine to say.
    public func execute(_ sql: String, forEach rows: [[any SQLConvertible]]) throws {
        if !rows.isEmpty { try engine.execute(sql, forEach: rows) }
    }

    /// Inserts rows, whose values stand in the order of `columns`.
    ///
    /// - Parameter conflict: an `on conflict …` clause, or nothing. With `do update` no two rows may have the same key.
    public func insert(
        into table: String, _ columns: [String], _ rows: [[any SQLConvertible]], _ conflict: String = ""
    ) throws {
        if !rows.isEmpty { try engine.insert(into: table, columns, rows, conflict) }
    }

    /// Inserts those of `rows` whose key is not there yet; no two of them may have the same key.
    ///
    /// - Parameter key: so many of the columns, from the first on, are the key.
    /// - Returns: for each row whether it is new.
    public func insertNew(
        into table: String, _ columns: [String], key: Int, _ rows: [[any SQLConvertible]]
    ) throws -> [Bool] {
        rows.isEmpty ? [] : try engine.insertNew(into: table, columns, key: key, rows)
    }
}
