import Database

/// A place in a table: the key of the row that was looked at last.
struct RetentionKey: Sendable, Equatable, Codable {
    let values: [KeyValue]

    /// The place before every row of a walk.
    static func beginning(of walk: RetentionWalk) -> RetentionKey {
        RetentionKey(
            values: walk.key.map { column in
                switch column {
                case .integer: .integer(.min)
                case .text: .text("")
                case .blob: .blob([])
                }
            })
    }

    /// The place of a row.
    init(_ row: Row, _ walk: RetentionWalk) throws {
        values = try walk.key.map { column in
            switch column {
            case .integer(let name): .integer(try row[name])
            case .text(let name): .text(try row[name])
            case .blob(let name): .blob(try row[name])
            }
        }
    }

    private init(values: [KeyValue]) { self.values = values }
}
