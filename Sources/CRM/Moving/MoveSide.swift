import Database

/// One of the two databases of a move, and whose rows of it are meant.
struct MoveSide: Sendable {
    let database: Database
    /// The number that the account has here; nil means all of them.
    let account: AccountID?

    /// Some rows of a table in the order of its key, after a place.
    func page(
        _ table: SchemaTable, _ columns: [String], after place: [KeyValue]?, limit: Int
    ) async throws -> MovePage {
        try await database.read { try page($0, table, columns, after: place, limit: limit) }
    }

    private func page(
        _ connection: Connection, _ table: SchemaTable, _ columns: [String], after place: [KeyValue]?, limit: Int
    ) throws -> MovePage {
        var values: [any SQLConvertible] = [limit]
        func placeholder(_ value: any SQLConvertible) -> String {
            values.append(value)
            return "$\(values.count)"
        }
        let key = table.key.joined(separator: ", ")
        var conditions: [String] = []
        if let account, case .account(let column) = table.owner {
            conditions.append("\(column) = \(placeholder(account))")
        }
        if let place {
            conditions.append("(\(key)) > (\(place.map { placeholder($0.sql) }.joined(separator: ", ")))")
        }
        let condition = conditions.isEmpty ? "" : "where \(conditions.joined(separator: " and "))"
        let rows = try connection.rows(
            "select \(columns.joined(separator: ", ")) from \(table.name) \(condition) order by \(key) limit $1", values
        )
        let last = try rows.last.map { row in
            try table.key.compactMap { column in KeyValue(try row[column] as SQLValue) }
        }
        return MovePage(
            rows: try rows.map { row in try columns.map { try row[$0] as SQLValue } }, last: last,
            isLast: rows.count < limit)
    }

    /// The columns of a table by their names, which both engines are asked in their own way.
    func columns(of table: SchemaTable) async throws -> [String] {
        let sql =
            switch database.dialect {
            case .sqlite: "select name from pragma_table_info($1) order by name"
            case .postgres:
                """
                select cast(attname as text) as name from pg_attribute
                where attrelid = to_regclass($1) and attnum > 0 and not attisdropped order by cast(attname as text) collate "C"
                """
            }
        return try await database.read { connection in
            try connection.rows(sql, [table.name]).map { try $0["name"] }
        }
    }

    /// Counts and sums up a table, whose account's number is taken for another one.
    func check(_ table: SchemaTable, _ columns: [String], takingAccountFor number: AccountID?) async throws -> MoveCheck
    {
        var check = MoveCheck()
        var place: [KeyValue]?
        var isOver = false
        while !isOver {
            try Task.checkCancellation()
            let page = try await page(table, columns, after: place, limit: EngineMove.chunk)
            for row in page.rows { check.add(table.renumbered(row, columns, number)) }
            place = page.last ?? place
            isOver = page.isLast
        }
        return check
    }
}

/// Some rows of a table, their values in the order of the columns that were asked for.
struct MovePage: Sendable {
    let rows: [[SQLValue]]
    /// The key of the last of them.
    let last: [KeyValue]?
    let isLast: Bool
}

extension SchemaTable {
    /// A row with another number for its account.
    func renumbered(_ row: [SQLValue], _ columns: [String], _ number: AccountID?) -> [SQLValue] {
        guard let number, case .account(let column) = owner, let index = columns.firstIndex(of: column) else {
            return row
        }
        var row = row
        row[index] = .integer(number.rawValue)
        return row
    }
}
