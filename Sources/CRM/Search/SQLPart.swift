import Database
import Foundation

/// A piece of SQL with its values: each `#` stands for one of them, in order.
///
/// What a search asks is put together of such pieces; the placeholders are numbered when it is whole. No text of a
/// client is ever a part of `text`.
struct SQLPart {
    var text: String
    var values: [any SQLConvertible]

    init(_ text: String, _ values: [any SQLConvertible] = []) {
        self.text = text
        self.values = values
    }

    static func + (left: SQLPart, right: SQLPart) -> SQLPart {
        SQLPart(left.text + right.text, left.values + right.values)
    }

    static func += (left: inout SQLPart, right: SQLPart) { left = left + right }

    /// The pieces in parentheses with `word` between them; nothing of nothing is `empty`.
    static func joined(_ parts: [SQLPart], by word: String, empty: String) -> SQLPart {
        guard parts.count > 1 else { return parts.first ?? SQLPart(empty) }
        return SQLPart("(" + parts.map(\.text).joined(separator: " \(word) ") + ")", parts.flatMap(\.values))
    }

    /// The same in SQL as the database takes it.
    var numbered: String {
        var parts = text.components(separatedBy: "#")
        var sql = parts.removeFirst()
        for (index, part) in parts.enumerated() { sql += "$\(index + 1)" + part }
        return sql
    }

    /// As many placeholders as there are values, with commas between them.
    static func list(_ values: [any SQLConvertible]) -> SQLPart {
        SQLPart(values.map { _ in "#" }.joined(separator: ", "), values)
    }
}

extension Connection {
    func rows(_ part: SQLPart) throws -> [Row] { try rows(part.numbered, part.values) }

    /// How many rows a query finds, counted no further than `ceiling`.
    func count(_ query: SQLPart, ceiling: Int) throws -> Int {
        let counted = SQLPart("select count(*) as count from (") + query + SQLPart(" limit #) as found", [ceiling])
        return try row(counted.numbered, counted.values)?["count"] ?? 0
    }
}
