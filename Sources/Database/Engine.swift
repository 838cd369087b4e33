/// What SQLite and PostgreSQL each do in their own way behind `Database`.
protocol Engine: Sendable {
    var dialect: Dialect { get }
    /// Nil for an engine whose connections nobody waits for.
    var poolStatistics: PoolStatistics? { get }

    /// The last attempt to connect to the server failed.
    var isUnreachable: Bool { get }

    func read<Value: Sendable>(
        _ limit: TimeLimit, _ body: @escaping @Sendable (Connection) throws -> Value
    ) async throws -> Value

    func write<Value: Sendable>(
        _ isolation: Isolation, _ limit: TimeLimit, _ body: @escaping @Sendable (Connection) throws -> Value
    ) async throws -> Value

    func close() throws
}

/// What each engine does in its own way behind `Connection`; documented there.
protocol EngineConnection {
    var dialect: Dialect { get }

    func execute(_ sql: String, _ values: [any SQLConvertible]) throws -> Int
    func rows(_ sql: String, _ values: [any SQLConvertible]) throws -> [Row]
    func row(_ sql: String, _ values: [any SQLConvertible]) throws -> Row?
    func forEach(_ sql: String, _ values: [any SQLConvertible], _ body: (Row) throws -> Void) throws
    func scan(
        _ sql: String, forEach keys: [[any SQLConvertible]], _ body: (borrowing ColumnView) throws -> Bool
    ) throws
    func rows(_ sql: String, forEach keys: [[any SQLConvertible]]) throws -> [Row]
    func execute(_ sql: String, forEach rows: [[any SQLConvertible]]) throws
    func insert(into table: String, _ columns: [String], _ rows: [[any SQLConvertible]], _ conflict: String) throws
    func insertNew(into table: String, _ columns: [String], key: Int, _ rows: [[any SQLConvertible]]) throws -> [Bool]
    func savepoint<Value>(_ body: () throws -> Value) throws -> Value
    func plans(of body: (Connection) throws -> Void) throws -> [String]
}

extension EngineConnection {
    func execute(_ sql: String, forEach rows: [[any SQLConvertible]]) throws {
        for row in rows { _ = try execute(sql, row) }
    }
}
