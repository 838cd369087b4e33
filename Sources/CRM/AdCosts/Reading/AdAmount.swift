import Foundation

/// A cell with a number: its digits, and the mark of a currency before or behind them.
struct AdAmount {
    /// Digits, points and commas alone; "" for a cell that says that there is nothing.
    let digits: String
    let isNegative: Bool
    let mark: String

    /// Nil for what is no number.
    init?(_ cell: String) {
        let text = cell.trimmed
        guard !Self.nothing.contains(text) else {
            (digits, isNegative, mark) = ("", false, "")
            return
        }
        guard text.utf8.count <= 60, let first = text.firstIndex(where: \.isASCIIDigit),
            let last = text.lastIndex(where: \.isASCIIDigit)
        else { return nil }
        // A point may begin a number: `.5`
        let start =
            first > text.startIndex && ".,".contains(text[text.index(before: first)])
            ? text.index(before: first) : first
        let number = text[start...last].filter { !Self.parting.contains($0) }
        guard number.allSatisfy({ $0.isASCIIDigit || $0 == "." || $0 == "," }) else { return nil }
        let around = (text[..<start] + text[text.index(after: last)...]).filter { !$0.isWhitespace }
        isNegative = around.contains { "-−(".contains($0) }
        mark = String(around.filter { !"-−()+".contains($0) })
        digits = String(number)
    }

    private static let nothing: Set<String> = ["", "-", "--", "—", "–", "n/a", "N/A"]
    /// What parts thousands beside points and commas: spaces of all kinds, apostrophes.
    private static let parting: Set<Character> = [" ", "\u{A0}", "\u{202F}", "\u{2009}", "'", "’"]
}

extension Character {
    fileprivate var isASCIIDigit: Bool { ("0"..."9").contains(self) }
}
