/// Long answers come some rows at a time, so that memory stays small, and the connection can be asked meanwhile. While
/// the caller looks at some of them, the server gets the next.
extension PostgresConnection {
    private static let firstRows = 256
    private static let mostRows = 1_000
    /// About so much is fetched at a time: what the socket holds for a caller who is busy.
    private static let pageSize = 256 << 10

    func forEach(_ sql: String, _ values: [any SQLConvertible], _ body: (Row) throws -> Void) throws {
        try pages(sql, values) { result in
            let columns = result.columns
            for index in 0..<result.count { try body(Row(columns: columns, values: try result.values(index))) }
            return true
        }
    }

    func scan(
        _ sql: String, forEach keys: [[any SQLConvertible]], _ body: (borrowing ColumnView) throws -> Bool
    ) throws {
        var goesOn = true
        for values in keys where goesOn {
            try pages(sql, values) { result in
                for index in 0..<result.count where goesOn {
                    goesOn = try body(ColumnView(.postgres(result, row: index)))
                }
                return goesOn
            }
        }
    }

    private func pages(
        _ sql: String, _ values: [any SQLConvertible], _ body: (PostgresResult) throws -> Bool
    ) throws {
        cursors += 1
        defer { cursors -= 1 }
        // Cursors that are open at the same time have different names, the others share theirs, and their statement.
        let name = "c\(cursors)"
        let first = try open(name, sql, values)
        let isShort: Bool
        do {
            isShort = try page(of: name, first, body)
        } catch {
            // What ended the transaction has closed the cursor; anything else has to do it now.
            if failure == nil { try close(name) }
            throw error
        }
        // A short answer is one exchange: its cursor is closed on the way to the next one.
        if isShort, cursors == 1 { hasSpentCursor = true } else { try close(name) }
    }

    /// Opens the cursor and takes its first rows.
    private func open(_ name: String, _ sql: String, _ values: [any SQLConvertible]) throws -> PostgresResult {
        let (statement, parameters) = try bound("declare \(name) no scroll cursor for \(sql)", values.map(\.sqlValue))
        var steps = [PostgresWire.Step.prepared(statement, parameters), .once(Self.fetch(Self.firstRows, from: name))]
        // By no name: a savepoint that was left may have closed it.
        if hasSpentCursor { steps.insert(.once("close all"), at: 0) }
        hasSpentCursor = false
        return try watched { try wire.execute(steps, within: patience) }
    }

    /// Shows `body` its rows until there are none, or it wants none; says whether the first page has held them all.
    private func page(
        of name: String, _ first: PostgresResult, _ body: (PostgresResult) throws -> Bool
    ) throws -> Bool {
        var (page, asked) = (first, Self.firstRows)
        while page.count == asked {
            asked = Self.rows(after: page)
            let fetch = Self.fetch(asked, from: name)
            let isAhead = try watched { try wire.sendAhead(fetch, within: patience) }
            do {
                guard try body(page) else {
                    if isAhead { try watched { try wire.forgetAhead(within: patience) } }
                    return false
                }
            } catch {
                if isAhead { try? watched { try wire.forgetAhead(within: patience) } }
                throw error
            }
            page = try watched {
                isAhead
                    ? try wire.takeAhead(within: patience) : try wire.executeOnce(fetch, within: patience)
            }
        }
        _ = try body(page)
        return first.count < Self.firstRows
    }

    private static func rows(after page: PostgresResult) -> Int {
        min(mostRows, max(16, page.count * pageSize / max(1, page.size)))
    }

    private static func fetch(_ rows: Int, from name: String) -> String { "fetch forward \(rows) from \(name)" }

    private func close(_ name: String) throws {
        _ = try watched { try wire.run("close \(name)", within: patience) }
    }

    func closeSpentCursor() throws {
        guard hasSpentCursor else { return }
        hasSpentCursor = false
        _ = try watched { try wire.run("close all", within: patience) }
    }
}
