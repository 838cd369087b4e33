import CLibPQ

/// Several statements in one exchange: on a server that is not next door, each exchange is a wait.
extension PostgresWire {
    enum Step {
        /// What the server knows by a name.
        case prepared(PreparedStatement, PostgresParameters)
        /// What is not worth being prepared.
        case once(String)

        fileprivate var sql: String {
            switch self {
            case .prepared(let statement, _): statement.sql
            case .once(let sql): sql
            }
        }
    }

    /// Runs one statement after the other and answers what the last one does; after one that fails, the server runs
    /// none of the others.
    func execute(_ steps: [Step], within limit: Duration?) throws -> PostgresResult {
        try settle(within: limit)
        let deadline = limit.map { ContinuousClock.now + $0 }
        guard !isBroken, PQenterPipelineMode(connection) == 1 else { throw lost() }
        for step in steps where send(step) != 1 { throw lost() }
        guard PQpipelineSync(connection) == 1 else { throw lost() }
        try flush(before: deadline)
        var failure: DatabaseError?
        var last: PostgresResult?
        for step in steps {
            while let result = try next(before: deadline) {
                last = result
                let isFailure = ![PGRES_TUPLES_OK, PGRES_COMMAND_OK].contains(result.status)
                if isFailure, failure == nil { failure = self.failure(result, step.sql) }
            }
        }
        // A server that has gone says why, and not that it is done with all of them.
        if isBroken, let failure { throw failure }
        guard try next(before: deadline)?.status == PGRES_PIPELINE_SYNC, PQexitPipelineMode(connection) == 1, let last
        else { throw lost() }
        if let failure { throw failure }
        return last
    }

    private func send(_ step: Step) -> CInt {
        switch step {
        case .once(let sql): PQsendQueryParams(connection, sql, 0, nil, nil, nil, nil, 1)
        case .prepared(let statement, let parameters):
            parameters.withPointers { values, lengths, formats in
                PQsendQueryPrepared(
                    connection, statement.name, CInt(parameters.count), values, lengths, formats, 1)
            }
        }
    }
}
