import CLibPQ

/// PostgreSQL's side of `Connection`: one connection for as long as it stands, one transaction after the other.
final class PostgresConnection: EngineConnection {
    let wire: PostgresWire
    var cache = StatementCache()
    /// The types of the columns of a table, asked for once.
    var columnTypes: [String: [String: PostgresType]] = [:]
    var manyRowTexts = ManyRowTexts()
    var cursors = 0
    /// The outermost cursor was left open, and shows no more rows.
    var hasSpentCursor = false
    /// What has ended the transaction, if something has; also when the caller caught it.
    var failure: DatabaseError?
    var limit = TimeLimit.usual
    var plannedAt = ContinuousClock.now
    /// How long plans are kept: what is empty now may not be so for long.
    var plansLast = Duration.milliseconds(50)

    var dialect: Dialect { .postgres }

    /// The server ends a statement after 30 seconds; if it does not even do that, nobody waits for it any more.
    var patience: Duration? { limit == .usual ? .seconds(35) : nil }

    /// Texts are made for a number of values here and there; the longest of them are not worth being kept.
    private static let longestKept = 16_384

    init(_ address: PostgresAddress) throws {
        wire = try PostgresWire(address)
        _ = try wire.run(Self.settings, within: .seconds(10))
    }

    /// Plans are made for the values: a plan for any value is a bad one for an empty table that has grown. A server, role
    /// or database that answers before a commit is on its disk is not asked to: what was acknowledged would be lost.
    private static let settings = """
        set timezone = 'UTC'; set statement_timeout = '30s'; set lock_timeout = '10s';
        set idle_in_transaction_session_timeout = '5s'; set plan_cache_mode = force_custom_plan;
        set cursor_tuple_fraction = 1; set client_min_messages = warning;
        select set_config('synchronous_commit', 'on', false) where current_setting('synchronous_commit') = 'off'
        """

    func execute(_ sql: String, _ values: [any SQLConvertible]) throws -> Int {
        guard !values.isEmpty else {
            // It may change a table, which nothing that is open may look at.
            columnTypes = [:]
            try closeSpentCursor()
            return try watched { try wire.executeOnce(sql, within: patience) }.changes
        }
        return try answer(sql, values).result.changes
    }

    func rows(_ sql: String, _ values: [any SQLConvertible]) throws -> [Row] {
        let answer = try answer(sql, values)
        return try (0..<answer.result.count).map { index in
            Row(columns: answer.columns, values: try answer.result.values(index))
        }
    }

    func row(_ sql: String, _ values: [any SQLConvertible]) throws -> Row? {
        let answer = try answer(sql, values)
        guard answer.result.count > 0 else { return nil }
        return Row(columns: answer.columns, values: try answer.result.values(0))
    }

    /// Notes what has ended the transaction.
    func watched<Value>(_ body: () throws -> Value) throws -> Value {
        do {
            return try body()
        } catch let error as DatabaseError {
            if wire.isBroken || wire.isInFailedTransaction, failure == nil { failure = error }
            throw error
        }
    }

    func answer(
        _ sql: String, _ values: [any SQLConvertible]
    ) throws -> (result: PostgresResult, columns: [String: Int]) {
        let values = values.map(\.sqlValue)
        let (statement, parameters) = try bound(sql, values)
        let result = try watched { try wire.execute(statement.name, of: sql, parameters, within: patience) }
        return (result, statement.columns)
    }

    func bound(_ sql: String, _ values: [SQLValue]) throws -> (PreparedStatement, PostgresParameters) {
        let statement = try prepared(sql, for: values)
        do {
            return (statement, try Self.parameters(values, of: statement))
        } catch is PostgresParameters.Mismatch {
            // The server took a number for a smaller one, or for a text: it is told what it gets.
            let retyped = try prepare(sql, types: Self.types(values, insteadOf: statement.types))
            return (retyped, try Self.parameters(values, of: retyped))
        }
    }

    private static func parameters(
        _ values: [SQLValue], of statement: PreparedStatement
    ) throws -> PostgresParameters {
        var parameters = PostgresParameters()
        for (index, value) in values.enumerated() {
            try parameters.append(value, as: index < statement.types.count ? statement.types[index] : nil)
        }
        return parameters
    }

    private static func types(_ values: [SQLValue], insteadOf types: [PostgresType?]) -> [PostgresType?] {
        values.indices.map { index in
            var trial = PostgresParameters()
            let type = index < types.count ? types[index] : nil
            let fits = (try? trial.append(values[index], as: type)) != nil
            return fits ? type : PostgresType(of: values[index])
        }
    }

    /// The statement as the server knows it, which also says of what types its values are.
    ///
    /// The server finds the types out by itself; where it cannot, or finds the wrong ones, they are those of `values`.
    func prepared(_ sql: String, for values: [SQLValue]) throws -> PreparedStatement {
        if let known = cache.statement(sql) { return known }
        guard !values.isEmpty else { return try prepare(sql, types: []) }
        _ = try watched { try wire.run("savepoint typing", within: patience) }
        do {
            let statement = try prepare(sql, types: [])
            _ = try watched { try wire.run("release typing", within: patience) }
            return statement
        } catch DatabaseError.statement(let failure) where Self.typeFaults.contains(failure.sqlState) {
            _ = try wire.run("rollback to typing; release typing", within: patience)
            self.failure = nil
            return try prepare(sql, types: values.map { $0 == .null ? nil : PostgresType(of: $0) })
        }
    }

    /// A type nobody can tell, no such function or operator for a type, a value of the wrong type.
    private static let typeFaults: Set = ["42P18", "42883", "42804", "42725"]

    private func prepare(_ sql: String, types: [PostgresType?]) throws -> PreparedStatement {
        // Also what is not kept has a name: the next simple query would make the server forget one without.
        let name = cache.newName()
        let statement = try watched {
            try wire.prepare(sql, as: name, types: types.map { $0?.rawValue ?? 0 }, within: patience)
            let description = try wire.describe(name, of: sql, within: patience)
            return PreparedStatement(
                name: name, sql: sql, types: description.parameterTypes, columns: description.columns)
        }
        if sql.utf8.count <= Self.longestKept { cache.keep(statement) } else { cache.drop(statement) }
        return statement
    }
}
