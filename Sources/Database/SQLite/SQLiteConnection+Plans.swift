import GRDB

extension SQLiteConnection {
    func plans(of body: (Connection) throws -> Void) throws -> [String] {
        var statements: [String] = []
        database.trace { event in
            if case .statement(let statement) = event, !statement.sql.hasPrefix("--") {
                statements.append(statement.sql)
            }
        }
        defer { database.trace(options: []) }
        try body(Connection(engine: self))
        return try statements.map(plan)
    }

    /// The planner is asked without the values: it has to choose the index whatever they are.
    private func plan(of sql: String) throws -> String {
        let statement = try database.makeStatement(sql: "explain query plan " + sql)
        statement.setUncheckedArguments(StatementArguments())
        return try GRDB.Row.fetchAll(statement).map { $0["detail"] as String }.joined(separator: "\n")
    }
}
