/// One statement for any number of rows: their values go over as one array a column, so its text is always the same.
extension PostgresConnection {
    func rows(_ sql: String, forEach keys: [[any SQLConvertible]]) throws -> [Row] {
        let keys = keys.map { $0.map(\.sqlValue) }
        guard let first = keys.first else { return [] }
        let asked = try prepared(sql, for: first).types
        let types = first.indices.map { index in
            Self.element(index < asked.count ? asked[index] : nil, for: first[index])
        }
        let names = first.indices.map { "a\($0 + 1)" }.joined(separator: ", ")
        let text = """
            select found.* from unnest(\(Self.arrays(types))) as asked (\(names))
            cross join lateral (\(Placeholders.renamed(sql) { "asked.a\($0)" })) as found
            """
        let (result, columns) = try answer(text, keys, types)
        return try (0..<result.count).map { Row(columns: columns, values: try result.values($0)) }
    }

    func insert(into table: String, _ columns: [String], _ rows: [[any SQLConvertible]], _ conflict: String) throws {
        let known = try types(of: table)
        let types = columns.map { Self.element(known[$0], for: .null) }
        let text = """
            insert into \(table) (\(columns.joined(separator: ", ")))
            select * from unnest(\(Self.arrays(types))) \(conflict)
            """
        _ = try answer(text, rows.map { $0.map(\.sqlValue) }, types)
    }

    typealias Element = (name: String, type: PostgresType)

    static func element(_ type: PostgresType?, for value: SQLValue) -> Element {
        let ownType = PostgresType(of: value)
        // A number that the server takes for a text, because nothing tells it otherwise, is a number.
        let type = type == .text && value != .null ? ownType : type
        return type?.element ?? ownType.element ?? ("text", .text)
    }

    static func arrays(_ types: [Element]) -> String {
        types.enumerated().map { "$\($0 + 1)::\($1.name)[]" }.joined(separator: ", ")
    }

    func answer(
        _ sql: String, _ rows: [[SQLValue]], _ types: [Element]
    ) throws -> (result: PostgresResult, columns: [String: Int]) {
        let statement = try prepared(sql, for: [])
        var parameters = PostgresParameters()
        for (index, type) in types.enumerated() {
            try parameters.append(list: rows.lazy.map { $0[index] }, of: type.type)
        }
        let result = try watched { try wire.execute(statement.name, of: sql, parameters, within: patience) }
        return (result, statement.columns)
    }

    private func types(of table: String) throws -> [String: PostgresType] {
        if let known = columnTypes[table] { return known }
        var types: [String: PostgresType] = [:]
        let columns = try rows(
            """
            select attname as name, atttypid as type from pg_attribute
            where attrelid = to_regclass($1) and attnum > 0 and not attisdropped
            """, [table])
        for column in columns {
            let number: Int64 = try column["type"]
            types[try column["name"]] = PostgresType(rawValue: UInt32(truncatingIfNeeded: number))
        }
        columnTypes[table] = types
        return types
    }
}
