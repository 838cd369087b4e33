/// What PostgreSQL says against a statement, without the values that were bound to it.
public struct StatementFailure: Error, Equatable, Sendable, CustomStringConvertible {
    /// Five characters, of which the first two are the class.
    public let sqlState: String
    /// Nil where the server's words may quote a value.
    public let message: String?
    /// The constraint that was broken.
    public let constraint: String?
    /// The statement with its placeholders.
    public let sql: String

    public var description: String {
        let constraint = constraint.map { ", constraint \($0)" } ?? ""
        return "PostgreSQL \(sqlState)\(constraint)\(message.map { ": \($0)" } ?? "") - while executing `\(sql)`"
    }
}
