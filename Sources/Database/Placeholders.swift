/// `$3, $4, $5` for three values after two others: what stands between the parentheses of an `in (…)`.
public func placeholders(_ count: Int, after used: Int = 0) -> String {
    (0..<count).map { "$\(used + $0 + 1)" }.joined(separator: ", ")
}

/// `($3, $4), ($5, $6)` for two rows of two columns after two others: what follows `values` in a multi-row insert.
public func placeholders(rows: Int, columns: Int, after used: Int = 0) -> String {
    (0..<rows).map { "(\(placeholders(columns, after: used + $0 * columns)))" }.joined(separator: ", ")
}

/// The placeholders in the text of a statement.
enum Placeholders {
    /// Puts something else in the place of each, but not of what looks like one inside quotes.
    static func renamed(_ sql: String, _ name: (Int) -> String) -> String {
        var text: [UInt8] = []
        text.reserveCapacity(sql.utf8.count * 2)
        var rest = Substring(sql).utf8
        var quote: UInt8?
        while let byte = rest.popFirst() {
            if byte == UInt8(ascii: "'") || byte == UInt8(ascii: "\"") {
                quote = quote == nil ? byte : (quote == byte ? nil : quote)
            }
            if byte == UInt8(ascii: "$"), quote == nil, let number = number(&rest) {
                text += name(number).utf8
            } else {
                text.append(byte)
            }
        }
        return String(decoding: text, as: UTF8.self)
    }

    private static func number(_ rest: inout Substring.UTF8View) -> Int? {
        let digits = rest.prefix { (UInt8(ascii: "0")...UInt8(ascii: "9")).contains($0) }
        guard let number = Int(Substring(digits)) else { return nil }
        rest = rest.dropFirst(digits.count)
        return number
    }
}
