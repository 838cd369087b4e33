/// The open connection of one `read` or `write`; it is of no use outside that closure.
///
/// SQL uses the placeholders `$1`, `$2`, …, which both engines read; a placeholder may be used more than once.
public struct Connection {
    let engine: any EngineConnection

    public var dialect: Dialect { engine.dialect }

    /// Runs one statement and says how many rows it changed.
    @discardableResult
    public func execute(_ sql: String, _ values: [any SQLConvertible] = []) throws -> Int {
        try engine.execute(sql, values)
    }

    /// Every row of the answer. A query that can be long has a limit in its SQL or goes through `forEach`.
    public func rows(_ sql: String, _ values: [any SQLConvertible] = []) throws -> [Row] {
        try engine.rows(sql, values)
    }

    /// The first row of the answer, or nil.
    public func row(_ sql: String, _ values: [any SQLConvertible] = []) throws -> Row? {
        try engine.row(sql, values)
    }

    /// Calls `body` with one row after the other, none of them kept.
    public func forEach(_ sql: String, _ values: [any SQLConvertible] = [], _ body: (Row) throws -> Void) throws {
        try engine.forEach(sql, values, body)
    }

    /// Walks along the rows of an answer until `body` answers false: for the few queries that read millions.
    ///
    /// Unlike `forEach` it makes nothing of a row: `body` takes from the columns what it needs, and asks the connection
    /// nothing meanwhile.
    public func scan(
        _ sql: String, _ values: [any SQLConvertible] = [], _ body: (borrowing ColumnView) throws -> Bool
    ) throws {
        try engine.scan(sql, forEach: [values], body)
    }

    /// Walks along the rows of the same statement with other values, one after the other; false ends all of it.
    public func scan(
        _ sql: String, forEach keys: [[any SQLConvertible]], _ body: (borrowing ColumnView) throws -> Bool
    ) throws {
        try engine.scan(sql, forEach: keys, body)
    }

    /// Runs `body`; when it throws, what it has written is undone and the transaction goes on.
    ///
    /// On PostgreSQL a statement that fails outside of one ends the transaction, also when its error is caught. An error
    /// that is not the statement's own fault (see `DatabaseFault.isTransient`) ends it all the same.
    public func savepoint<Value>(_ body: () throws -> Value) throws -> Value {
        try engine.savepoint(body)
    }
}
