/// A template's placeholder that nobody filled in: `{campaignname}`, `{{campaign.name}}`.
public enum Placeholder {
    private static let lengthLimit = 60

    /// Whether a value holds one. What was encoded twice arrives with its braces as `%7B` and `%7D`.
    public static func isPlaceholder(_ value: String) -> Bool {
        if value.utf8.contains(UInt8(ascii: "{")) { return first(in: value) != nil }
        guard value.utf8.contains(UInt8(ascii: "%")) else { return false }
        return first(in: EncodedText(raw: Substring(value).utf8).text) != nil
    }

    /// The first placeholder in a value, decoded.
    static func first(in value: EncodedText) -> String? {
        // Nearly no value has a brace, and reading bytes costs less than reading letters.
        guard value.contains(UInt8(ascii: "{")) else { return nil }
        return first(in: value.text)
    }

    private static func first(in text: String) -> String? {
        var rest = text[...]
        while let open = rest.firstIndex(of: "{") {
            rest = rest[open...]
            if let placeholder = leading(rest) { return String(placeholder) }
            rest = rest.dropFirst()
        }
        return nil
    }

    /// The placeholder that the text begins with.
    private static func leading(_ text: Substring) -> Substring? {
        let isDouble = text.hasPrefix("{{")
        let inner = text.dropFirst(isDouble ? 2 : 1)
        let name = inner.prefix(lengthLimit).prefix { $0.isLetter || $0.isNumber || "._:- ".contains($0) }
        let closing = isDouble ? "}}" : "}"
        guard name.contains(where: \.isLetter), inner[name.endIndex...].hasPrefix(closing) else { return nil }
        return text[..<inner.index(name.endIndex, offsetBy: closing.count)]
    }
}
