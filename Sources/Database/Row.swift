/// One row of an answer, detached from its connection.
public struct Row: Sendable, Equatable {
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

    /// The values one after the other, as the columns stand in the question: to look for each by its name costs more than
    /// the rest of reading it, which is felt where thousands of wide rows are read a second.
    public var cells: Cells { Cells(values: values) }

    public struct Cells {
        fileprivate let values: [SQLValue]
        private var index = 0

        fileprivate init(values: [SQLValue]) { self.values = values }

        /// - Throws: `DatabaseError.column` when no value is left, or the next one is not a `Value`.
        public mutating func next<Value: SQLConvertible>() throws -> Value {
            guard index < values.count, let value = Value(sqlValue: values[index]) else {
                throw DatabaseError.column(name: "number \(index + 1)", expected: String(describing: Value.self))
            }
            index += 1
            return value
        }
    }
}
