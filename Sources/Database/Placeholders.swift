/// `$3, $4, $5` for three values after two others: what stands between the parentheses of an `in (…)`.
public func placeholders(_ count: Int, after used: Int = 0) -> String {
    (0..<count).map { "$\(used + $0 + 1)" }.joined(separator: ", ")
}

/// `($3, $4), ($5, $6)` for two rows of two columns after two others: what follows `values` in a multi-row insert.
public func placeholders(rows: Int, columns: Int, after used: Int = 0) -> String {
    (0..<rows).map { "(\(placeholders(columns, after: used + $0 * columns)))" }.joined(separator: ", ")
}
