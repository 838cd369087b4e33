import CLibPQ

/// A statement that is sent before anybody wants its answer: the server works while the caller does.
extension PostgresWire {
    enum Ahead {
        case nothing
        case sent(sql: String)
        case answered(PostgresResult)
    }

    /// Sends one statement that is not worth being prepared; false when another one is on its way.
    func sendAhead(_ sql: String, within limit: Duration?) throws -> Bool {
        guard case .nothing = ahead else { return false }
        try send(within: limit) { PQsendQueryParams($0, sql, 0, nil, nil, nil, nil, 1) }
        ahead = .sent(sql: sql)
        return true
    }

    /// The answer to what was sent ahead.
    func takeAhead(within limit: Duration?) throws -> PostgresResult {
        try settle(within: limit)
        guard case .answered(let result) = ahead else { throw lost() }
        ahead = .nothing
        return result
    }

    /// Reads the answer to what was sent ahead, and keeps it: something else is to be asked.
    func settle(within limit: Duration?) throws {
        guard case .sent(let sql) = ahead else { return }
        ahead = .nothing
        ahead = .answered(try receive(answerTo: sql, within: limit))
    }

    /// Nobody wants the answer any more.
    func forgetAhead(within limit: Duration?) throws {
        defer { ahead = .nothing }
        try settle(within: limit)
    }
}
