/// A key or a value as it stands in a query. Nothing is decoded or copied until `text` is asked for.
public struct EncodedText: Sequence, Sendable {
    let raw: Substring.UTF8View

    public var isEmpty: Bool { raw.isEmpty }

    /// The decoded text; bytes that are no UTF-8 become U+FFFD.
    public var text: String {
        EncodedBytes(raw.span).isEncoded ? String(decoding: decoded, as: UTF8.self) : String(Substring(raw))
    }

    /// The decoded bytes.
    public func makeIterator() -> IndexingIterator<[UInt8]> { decoded.makeIterator() }

    private var decoded: [UInt8] { EncodedBytes(raw.span).decoded }

    /// Whether the decoded text is exactly `other`.
    func equals(_ other: String) -> Bool { EncodedBytes(raw.span).equals(other.utf8.span) }

    /// Whether the decoded text is `other`, ASCII letters compared in any case.
    func equalsIgnoringCase(_ other: String) -> Bool {
        EncodedBytes(raw.span).equals(other.utf8.span, ignoringCase: true)
    }

    /// Whether the decoded text holds `needle`.
    func contains(text needle: String, ignoringCase: Bool = false) -> Bool {
        EncodedBytes(raw.span).contains(needle.utf8.span, ignoringCase: ignoringCase)
    }
}
