/// A short decoded text, ASCII letters in lower case, kept without memory of its own.
struct DecodedBytes {
    /// Longer than any name of a site or a host.
    static let capacity = 256

    private var storage = InlineArray<256, UInt8>(repeating: 0)
    private(set) var count = 0
    private(set) var isASCII = true

    /// Fails for a text of more than `capacity` bytes.
    init?(_ encoded: borrowing EncodedBytes) {
        var position = 0
        while let byte = encoded.byte(at: &position) {
            guard count < Self.capacity else { return nil }
            storage[count] = byte.asciiLowercased
            if byte >= 0x80 { isASCII = false }
            count += 1
        }
    }

    var bytes: Bytes {
        @_lifetime(borrow self)
        get { storage.span.extracting(first: count) }
    }

    /// Without the white space around it.
    var trimmed: Bytes {
        @_lifetime(borrow self)
        get {
            var start = 0
            var end = count
            while start < end, Self.isSpace(storage[start]) { start += 1 }
            while end > start, Self.isSpace(storage[end - 1]) { end -= 1 }
            return storage.span.slice(start..<end)
        }
    }

    private static func isSpace(_ byte: UInt8) -> Bool { byte == UInt8(ascii: " ") || (9...13).contains(byte) }
}
