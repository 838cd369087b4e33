import Mustache

/// Escapes text for HTML code point by code point. The library's own type goes by visible characters, so that a quote with
/// a combining mark behind it passes through unescaped. What turns the direction of a value ends with the value.
struct SafeHTML: MustacheContentType {
    /// What templates call it: `{{% CONTENT_TYPE: SAFE_HTML}}`.
    static let name = "SAFE_HTML"

    func escapeText(_ text: String) -> String { Self.escaped(text) + Self.directionsClosed(text) }

    private static func escaped(_ text: String) -> String {
        guard text.utf8.contains(where: { entity(of: $0) != nil }) else { return text }
        var escaped: [UInt8] = []
        escaped.reserveCapacity(text.utf8.count + 32)
        for byte in text.utf8 {
            if let entity = entity(of: byte) {
                escaped += Array(entity.utf8)
            } else {
                escaped.append(byte)
            }
        }
        return String(decoding: escaped, as: UTF8.self)
    }

    private static func entity(of byte: UInt8) -> String? {
        switch byte {
        case UInt8(ascii: "&"): "&amp;"
        case UInt8(ascii: "<"): "&lt;"
        case UInt8(ascii: ">"): "&gt;"
        case UInt8(ascii: "\""): "&quot;"
        case UInt8(ascii: "'"): "&#39;"
        default: nil
        }
    }

    /// The marks that end what a value leaves open of embeddings, overrides and isolates (UAX #9, 3.3.2): otherwise a name
    /// could turn the direction of the page's own words behind it.
    private static func directionsClosed(_ text: String) -> String {
        // All of these marks begin with this byte.
        guard text.utf8.contains(0xE2) else { return "" }
        var open: [Unicode.Scalar] = []
        for scalar in text.unicodeScalars {
            switch scalar {
            case "\u{202A}", "\u{202B}", "\u{202D}", "\u{202E}": open.append(embeddingEnd)
            case "\u{2066}"..."\u{2068}": open.append(isolateEnd)
            case embeddingEnd where open.last == embeddingEnd: open.removeLast()
            case isolateEnd:
                // It ends the embeddings inside of its isolate too.
                if let start = open.lastIndex(of: isolateEnd) { open.removeSubrange(start...) }
            // What goes on in the next paragraph is nothing that began in this one.
            case "\u{2029}": open.removeAll()
            default: break
            }
        }
        return String(String.UnicodeScalarView(open.reversed()))
    }

    private static let embeddingEnd: Unicode.Scalar = "\u{202C}"
    private static let isolateEnd: Unicode.Scalar = "\u{2069}"
}
