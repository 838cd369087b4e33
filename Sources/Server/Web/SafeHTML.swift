import Mustache

/// Escapes text for HTML code point by code point. The library's own type goes by visible characters, so that a quote with
/// a combining mark behind it passes through unescaped.
struct SafeHTML: MustacheContentType {
    /// What templates call it: `{{% CONTENT_TYPE: SAFE_HTML}}`.
    static let name = "SAFE_HTML"

    func escapeText(_ text: String) -> String {
        guard text.utf8.contains(where: { Self.entity(of: $0) != nil }) else { return text }
        var escaped: [UInt8] = []
        escaped.reserveCapacity(text.utf8.count + 32)
        for byte in text.utf8 {
            if let entity = Self.entity(of: byte) {
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
}
