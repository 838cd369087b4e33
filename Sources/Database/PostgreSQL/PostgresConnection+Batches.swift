/// One statement for any number of rows: its text is always the same, so that it is prepared once.
extension PostgresConnection {
    func rows(_ sql: String, forEach keys: [[any SQLConvertible]]) throws -> [Row] {
        let keys = keys.map { $0.map(\.sqlValue) }
        guard let first = keys.first else { return [] }
        let types = try types(of: first, in: sql)
        guard let text = manyRowTexts.text(of: .question(sql), types) else { return [] }
        let (result, columns) = try answer(text, keys, types)
        return try (0..<result.count).map { Row(columns: columns, values: try result.values($0)) }
    }

    func execute(_ sql: String, forEach rows: [[any SQLConvertible]]) throws {
        let values = rows.map { $0.map(\.sqlValue) }
        if values.count > 1 {
            let types = try types(of: values[0], in: sql)
            if let text = manyRowTexts.text(of: .change(sql), types) {
                _ = try answer(text, values, types)
                return
            }
        }
        for row in rows { _ = try execute(sql, row) }
    }

    func insert(into table: String, _ columns: [String], _ rows: [[any SQLConvertible]], _ conflict: String) throws {
        _ = try insert(into: table, columns, rows.map { $0.map(\.sqlValue) }, conflict)
    }

    func insertNew(into table: String, _ columns: [String], key: Int, _ rows: [[any SQLConvertible]]) throws -> [Bool] {
        let rows = rows.map { $0.map(\.sqlValue) }
        let names = columns.prefix(key).joined(separator: ", ")
        let result = try insert(into: table, columns, rows, "on conflict do nothing returning \(names)")
        let new = Set(try (0..<(result?.count ?? 0)).compactMap { try result?.values($0) })
        return rows.map { new.contains(Array($0.prefix(key))) }
    }

    private func insert(
        into table: String, _ columns: [String], _ rows: [[SQLValue]], _ conflict: String
    ) throws -> PostgresResult? {
        let known = try types(of: table)
        let types = columns.map { Self.element(known[$0], for: .null) }
        let statement = ManyRowStatement.insertion(table: table, columns: columns, conflict: conflict)
        guard let text = manyRowTexts.text(of: statement, types) else { return nil }
        return try answer(text, rows, types).result
    }

    private func types(of values: [SQLValue], in sql: String) throws -> [ManyRowStatement.Element] {
        let asked = try prepared(sql, for: values).types
        return values.indices.map { Self.element($0 < asked.count ? asked[$0] : nil, for: values[$0]) }
    }

    private static func element(_ type: PostgresType?, for value: SQLValue) -> ManyRowStatement.Element {
        let ownType = PostgresType(of: value)
        // A number that the server takes for a text, because nothing tells it otherwise, is a number.
        let type = type == .text && value != .null ? ownType : type
        return type?.element ?? ownType.element ?? ("text", .text)
    }

    private func answer(
        _ sql: String, _ rows: [[SQLValue]], _ types: [ManyRowStatement.Element]
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
