/// The prepared statements of one connection, by their text; the one that was not used for longest makes room.
struct StatementCache {
    private var statements: [String: (statement: PreparedStatement, usedAt: Int)] = [:]
    private var uses = 0
    private var named = 0
    /// Statements that made room and are still to be forgotten by the server.
    private(set) var dropped: [String] = []

    private static let capacity = 256

    mutating func statement(_ sql: String) -> PreparedStatement? {
        uses += 1
        statements[sql]?.usedAt = uses
        return statements[sql]?.statement
    }

    mutating func newName() -> String {
        named += 1
        return "s\(named)"
    }

    mutating func keep(_ statement: PreparedStatement) {
        uses += 1
        if let former = statements[statement.sql]?.statement { dropped.append(former.name) }
        statements[statement.sql] = (statement, uses)
        guard statements.count > Self.capacity, let oldest = statements.min(by: { $0.value.usedAt < $1.value.usedAt })
        else { return }
        dropped.append(oldest.value.statement.name)
        statements[oldest.key] = nil
    }

    /// For a statement that is used once, and forgotten when the next transaction begins.
    mutating func drop(_ statement: PreparedStatement) { dropped.append(statement.name) }

    mutating func forgetDropped() { dropped = [] }
}
