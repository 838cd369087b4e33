/// One row of an answer, detached from its connection.
public struct Row: Sendable {
    let columns: [String: Int]
    let values: [SQLValue]

    /// The columns, in their order.
    public var names: [String] { columns.sorted { $0.value < $1.value }.map(\.key) }

    /// The value of a column.
    ///
    /// - Throws: `DatabaseError.column` when the answer has no such column, or its value is not a `Value`
    ///   (null included, unless `Value` is optional).
    public subscript<Value: SQLConvertible>(_ column: String) -> Value {
        get throws {
            guard let index = columns[column], let value = Value(sqlValue: values[index]) else {
                throw DatabaseError.column(name: column, expected: String(describing: Value.self))
            }
            return value
        }
    }
}
