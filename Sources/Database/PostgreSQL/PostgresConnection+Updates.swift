/// An update or a delete of many rows in one statement: their values go over as one array a column.
extension PostgresConnection {
    func execute(_ sql: String, forEach rows: [[any SQLConvertible]]) throws {
        guard rows.count > 1, let many = Self.many(sql) else {
            for row in rows { _ = try execute(sql, row) }
            return
        }
        let values = rows.map { $0.map(\.sqlValue) }
        let asked = try prepared(sql, for: values[0]).types
        let types = values[0].indices.map { index in
            Self.element(index < asked.count ? asked[index] : nil, for: values[0][index])
        }
        let names = types.indices.map { "a\($0 + 1)" }.joined(separator: ", ")
        _ = try answer(
            "\(many.head) unnest(\(Self.arrays(types))) as asked (\(names)) \(many.condition)", values, types)
    }

    /// The two halves of the statement between which the rows come in; nil for what is no plain update or delete.
    private static func many(_ sql: String) -> (head: String, condition: String)? {
        let word = sql.hasPrefix("update ") ? " from" : sql.hasPrefix("delete from ") ? " using" : nil
        let halves = sql.split(separator: "where", maxSplits: 1, omittingEmptySubsequences: false)
        guard let word, halves.count == 2 else { return nil }
        func renamed(_ half: Substring) -> String { Placeholders.renamed(String(half)) { "asked.a\($0)" } }
        return (renamed(halves[0]) + word, "where" + renamed(halves[1]))
    }
}
