import Foundation

/// An address that a message could be sent to, as it was written and as it is compared.
public struct EmailAddress: Hashable, Sendable, CustomStringConvertible {
    /// Trimmed, else as written.
    public let text: String
    /// What is compared: lower-cased here and not in SQL, because SQLite's `lower` knows ASCII only.
    public let key: String

    /// Nil for what no mail server would take: one `@`, something on both sides, no spaces or control characters, at most
    /// 254 bytes (RFC 5321, section 4.5.3.1.3, less the angle brackets).
    public init?(_ text: String) {
        let trimmed = text.trimmed
        let parts = trimmed.split(separator: "@", omittingEmptySubsequences: false)
        guard parts.count == 2, !parts[0].isEmpty, trimmed.utf8.count <= 254 else { return nil }
        let domain = parts[1]
        guard !domain.isEmpty, !domain.hasPrefix("."), !domain.hasSuffix("."), !domain.contains("..") else {
            return nil
        }
        let isASCII = trimmed.utf8.allSatisfy { $0 < 0x80 }
        let holdsForbidden =
            isASCII
            ? trimmed.utf8.contains(where: Self.isForbidden) : trimmed.rangeOfCharacter(from: Self.forbidden) != nil
        guard !holdsForbidden else { return nil }
        self.text = trimmed
        key = isASCII ? trimmed.lowercased() : trimmed.lowercased().precomposedStringWithCanonicalMapping
    }

    private static let marks: [Unicode.Scalar] = ["<", ">", ",", ";", "\""]
    private static let forbidden = CharacterSet.whitespacesAndNewlines.union(.controlCharacters)
        .union(CharacterSet(marks)).union(["\u{FFFD}"])

    /// The same for ASCII, which nearly all addresses are.
    private static func isForbidden(_ byte: UInt8) -> Bool {
        byte <= UInt8(ascii: " ") || byte == 0x7F || marks.contains(Unicode.Scalar(byte))
    }

    public var description: String { text }
}
