/// Long answers come a thousand rows at a time, so that memory stays small, and the connection can be asked meanwhile.
extension PostgresConnection {
    private static let rowsAtATime = 1_000

    func forEach(_ sql: String, _ values: [any SQLConvertible], _ body: (Row) throws -> Void) throws {
        try pages(sql, values) { result in
            let columns = result.columns
            for index in 0..<result.count { try body(Row(columns: columns, values: try result.values(index))) }
            return true
        }
    }

    func scan(_ sql: String, _ values: [any SQLConvertible], _ body: (borrowing ColumnView) throws -> Bool) throws {
        try pages(sql, values) { result in
            for index in 0..<result.count {
                guard try body(ColumnView(.postgres(result, row: index))) else { return false }
            }
            return true
        }
    }

    private func pages(
        _ sql: String, _ values: [any SQLConvertible], _ body: (PostgresResult) throws -> Bool
    ) throws {
        cursors += 1
        defer { cursors -= 1 }
        // Cursors that are open at the same time have different names, the others share theirs, and their statement.
        let name = "c\(cursors)"
        _ = try answer("declare \(name) no scroll cursor for \(sql)", values)
        do {
            try page(of: name, body)
        } catch {
            // What ended the transaction has closed the cursor; anything else has to do it now.
            if failure == nil { try close(name) }
            throw error
        }
        try close(name)
    }

    private func page(of name: String, _ body: (PostgresResult) throws -> Bool) throws {
        let fetch = "fetch forward \(Self.rowsAtATime) from \(name)"
        while true {
            let result = try watched { try wire.executeOnce(fetch, within: patience) }
            guard try body(result), result.count == Self.rowsAtATime else { return }
        }
    }

    private func close(_ name: String) throws {
        _ = try watched { try wire.run("close \(name)", within: patience) }
    }
}
