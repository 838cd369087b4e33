/// A template's placeholder that nobody filled in: `{campaignname}`, `{{campaign.name}}`.
enum Placeholder {
    private static let lengthLimit = 60

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
