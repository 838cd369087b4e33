import Database

/// A total order of contacts: the fields that were asked for, then the age, then the id.
struct ContactOrdering {
    /// What stands before the age.
    let leading: [ContactOrder]
    let ageIsAscending: Bool

    /// Nobody is added at the very same moment often enough for what stands behind the age to matter.
    init(_ orders: [ContactOrder]) {
        leading = Array(orders.prefix { $0.field != .createdAt })
        ageIsAscending = orders.first { $0.field == .createdAt }?.isAscending ?? false
    }

    /// The columns of a page's rows beside `id` and `created_at`.
    func columns(_ scope: SearchScope) -> SQLPart {
        leading.enumerated().reduce(SQLPart("")) { columns, term in
            columns + SQLPart(", ") + term.element.field.sortExpression(scope) + SQLPart(" as sort_\(term.offset)")
        }
    }

    /// What follows `order by`, over the columns of a page's rows.
    func text(createdAt: String, id: String, reversed: Bool = false) -> String {
        let direction = ageIsAscending != reversed ? "" : " desc"
        let terms = leading.enumerated().map { index, order in
            "sort_\(index)\(order.isAscending ? "" : " desc") nulls last"
        }
        return (terms + ["\(createdAt)\(direction)", "\(id)\(direction)"]).joined(separator: ", ")
    }

    /// The rows behind a place; nil when the place is of another order.
    func behind(_ place: ContactPlace, createdAt: String, id: String) -> SQLPart? {
        guard place.values.count == leading.count else { return nil }
        let age = SQLPart(
            "(\(createdAt), \(id)) \(ageIsAscending ? ">" : "<") (#, #)", [place.createdAt, place.id])
        return leading.indices.reversed().reduce(age) { rest, index in
            Self.behind(place.values[index], "sort_\(index)", leading[index].isAscending, or: rest)
        }
    }

    /// Values that are absent come last, so nothing but others of them stands behind one.
    private static func behind(
        _ value: ContactPlace.Value?, _ column: String, _ isAscending: Bool, or rest: SQLPart
    ) -> SQLPart {
        guard let value else { return SQLPart("(\(column) is null and ") + rest + SQLPart(")") }
        let sign = isAscending ? ">" : "<"
        return SQLPart("(\(column) \(sign) # or \(column) is null or (\(column) = # and ", [value.sql, value.sql])
            + rest + SQLPart("))")
    }

    func place(_ row: Row) throws -> ContactPlace {
        ContactPlace(
            values: try leading.indices.map { index in
                try (row["sort_\(index)"] as SQLValue?).flatMap(ContactPlace.Value.init)
            },
            createdAt: try row["created_at"], id: try row["id"])
    }
}

extension ContactPlace.Value {
    fileprivate var sql: any SQLConvertible {
        switch self {
        case .text(let text): text
        case .integer(let number): number
        case .number(let number): number
        }
    }

    fileprivate init?(_ value: SQLValue) {
        switch value {
        case .text(let text): self = .text(text)
        case .integer(let number): self = .integer(number)
        case .real(let number): self = .number(number)
        case .null, .blob: return nil
        }
    }
}
