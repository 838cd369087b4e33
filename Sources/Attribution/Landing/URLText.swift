/// The part of a URL that is read: its first 8,192 bytes, without the white space that browsers ignore.
///
/// A well-formed URL is sliced, never copied.
struct URLText: Sendable {
    static let byteLimit = 8_192

    let bytes: Substring.UTF8View
    /// Whether the URL was longer than what is read.
    let isTruncated: Bool

    init(_ url: String) {
        let head = url.prefix(utf8Bytes: Self.byteLimit)
        isTruncated = head.endIndex < url.endIndex
        // Browsers drop tabs and line ends wherever they stand in a URL.
        let clean =
            head.utf8.contains(where: Self.isDropped)
            ? Substring(String(decoding: head.utf8.filter { !Self.isDropped($0) }, as: UTF8.self))
            : head
        bytes = Self.trimmed(clean.utf8)
    }

    /// What stands before the fragment, and the fragment without its `#`.
    var partedAtFragment: (address: Substring.UTF8View, fragment: Substring.UTF8View?) {
        guard let hash = bytes.firstIndex(of: UInt8(ascii: "#")) else { return (bytes, nil) }
        return (bytes[..<hash], bytes[bytes.index(after: hash)...])
    }

    private static func isDropped(_ byte: UInt8) -> Bool {
        byte == UInt8(ascii: "\t") || byte == UInt8(ascii: "\n") || byte == UInt8(ascii: "\r")
    }

    private static func trimmed(_ bytes: Substring.UTF8View) -> Substring.UTF8View {
        let isInk: (UInt8) -> Bool = { $0 > UInt8(ascii: " ") }
        guard let first = bytes.firstIndex(where: isInk), let last = bytes.lastIndex(where: isInk) else {
            return bytes[bytes.endIndex...]
        }
        return bytes[first...last]
    }
}
