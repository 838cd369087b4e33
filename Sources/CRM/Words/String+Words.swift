import Foundation

extension String {
    /// Without white space around it.
    var trimmed: String {
        // Most have none, which two bytes tell; to look for it costs a hundred times as much.
        guard let first = utf8.first, let last = utf8.last, !Self.isInk(first) || !Self.isInk(last) else { return self }
        return trimmingCharacters(in: .whitespacesAndNewlines)
    }

    private static func isInk(_ byte: UInt8) -> Bool { byte > UInt8(ascii: " ") && byte < 0x7F }

    /// Nil for the empty text: an absent value is null, never "".
    var nonEmpty: String? { isEmpty ? nil : self }

    /// Without the marks that turn the direction of what stands behind them (UAX #9, 2.1 to 2.5).
    var withoutDirectionMarks: String {
        // All of these marks begin with this byte.
        guard utf8.contains(0xE2) else { return self }
        return String(
            String.UnicodeScalarView(
                unicodeScalars.filter {
                    !("\u{202A}"..."\u{202E}").contains($0) && !("\u{2066}"..."\u{2069}").contains($0)
                }))
    }

    /// At most `count` Unicode scalars: of what people call a character there may be kilobytes.
    public func cut(to count: Int) -> String {
        utf8.count <= count ? self : String(unicodeScalars.prefix(count))
    }
}
