/// A statement for one row that is to be run for many: their values go over as one array a column.
enum ManyRowStatement: Hashable {
    case question(String)
    case change(String)
    case insertion(table: String, columns: [String], conflict: String)

    typealias Element = (name: String, type: PostgresType)

    /// Nil for what is no plain update or delete.
    func text(_ types: [Element]) -> String? {
        let arrays = types.enumerated().map { "$\($0 + 1)::\($1.name)[]" }.joined(separator: ", ")
        let names = types.indices.map { "a\($0 + 1)" }.joined(separator: ", ")
        switch self {
        case .question(let sql):
            return """
                select found.* from unnest(\(arrays)) as asked (\(names))
                cross join lateral (\(Self.renamed(sql))) as found
                """
        case .change(let sql):
            guard let many = Self.halves(sql) else { return nil }
            return "\(many.head) unnest(\(arrays)) as asked (\(names)) \(many.condition)"
        case .insertion(let table, let columns, let conflict):
            return """
                insert into \(table) (\(columns.joined(separator: ", ")))
                select * from unnest(\(arrays)) \(conflict)
                """
        }
    }

    private static func renamed(_ sql: some StringProtocol) -> String {
        Placeholders.renamed(String(sql)) { "asked.a\($0)" }
    }

    /// The two halves of the statement between which the rows come in.
    private static func halves(_ sql: String) -> (head: String, condition: String)? {
        let word = sql.hasPrefix("update ") ? " from" : sql.hasPrefix("delete from ") ? " using" : nil
        guard let word, let condition = onlyCondition(sql) else { return nil }
        return (renamed(sql[..<condition]) + word, renamed(sql[condition...]))
    }

    /// Where the one `where` begins. Of several the first may be a subselect's: nobody knows which it is.
    private static func onlyCondition(_ sql: String) -> String.Index? {
        let words = sql.split { !$0.isLetter && !$0.isNumber && $0 != "_" }
        let found = words.filter { $0.lowercased() == "where" }
        return found.count == 1 ? found[0].startIndex : nil
    }
}
