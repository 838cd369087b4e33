/// Guesses how wide a text will be: nobody knows the fonts of who looks at it.
enum ChartText {
    /// Units of the drawing, for the twelve-unit letters that charts are written in.
    static func width(_ text: String) -> Double {
        text.reduce(0) { $0 + width(of: $1) }
    }

    /// The text, or its beginning with an ellipsis where the whole is too wide.
    static func cut(_ text: String, to width: Double) -> String {
        let ellipsis = 10.0
        var used = 0.0
        // The place behind the last character that leaves room for the ellipsis.
        var end = text.startIndex
        for index in text.indices {
            used += self.width(of: text[index])
            if used > width { return text[..<end] + "…" }
            if used + ellipsis <= width { end = text.index(after: index) }
        }
        return text
    }

    private static func width(of character: Character) -> Double {
        guard let scalar = character.unicodeScalars.first else { return 0 }
        switch scalar {
        case "i", "j", "l", "I", "f", "t", "r", ".", ",", ":", ";", "'", "|", "!", " ", "/", "(", ")": return 4
        case "m", "w", "M", "W", "@", "%": return 11
        case "A"..."Z", "&", "+", "=", "<", ">", "#": return 8.4
        case "\u{0}"..."\u{10FF}": return 7.1
        // East Asian letters and emoji are as wide as high.
        default: return 12.5
        }
    }
}
