/// A run of UTF-8 bytes where they stand: a part of a URL, of a user agent. Nothing is copied to look at it.
typealias Bytes = Span<UInt8>

extension Span where Element == UInt8 {
    /// The bytes of a range that lies within these.
    @_lifetime(copy self)
    func slice(_ range: Range<Int>) -> Bytes { extracting(range) }

    func equals(_ other: Bytes) -> Bool {
        count == other.count && begins(with: other)
    }

    func begins(with other: Bytes, at start: Int = 0) -> Bool {
        guard count - start >= other.count else { return false }
        var index = 0
        while index < other.count {
            if self[unchecked: start + index] != other[unchecked: index] { return false }
            index += 1
        }
        return true
    }

    /// Whether the bytes end with others, in exactly that spelling.
    func ends(with other: Bytes) -> Bool {
        count >= other.count && begins(with: other, at: count - other.count)
    }

    /// - Parameter other: in lower case.
    func beginsIgnoringCase(with other: Bytes) -> Bool {
        guard count >= other.count else { return false }
        var index = 0
        while index < other.count {
            if self[unchecked: index].asciiLowercased != other[unchecked: index] { return false }
            index += 1
        }
        return true
    }

    /// The text of the bytes; what is no UTF-8 becomes U+FFFD.
    var text: String {
        withUnsafeBufferPointer { String(decoding: $0, as: UTF8.self) }
    }
}

extension StaticString {
    /// The bytes of a literal, which live as long as the program.
    var bytes: Bytes {
        @_lifetime(immortal)
        get { _overrideLifetime(Span(_unsafeStart: utf8Start, count: utf8CodeUnitCount), copying: ()) }
    }
}
