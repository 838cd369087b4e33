/// A key or a value as it stands in a query, decoded byte by byte while it is read.
///
/// `+` is a space, a malformed percent escape stays as it is.
struct EncodedBytes: ~Escapable {
    let raw: Bytes
    private let decodes: Bool

    @_lifetime(copy raw)
    init(_ raw: Bytes) {
        self.raw = raw
        decodes = true
    }

    /// A text that was decoded before.
    @_lifetime(copy raw)
    init(decoded raw: Bytes) {
        self.raw = raw
        decodes = false
    }

    /// Whether the bytes say something else than they spell.
    var isEncoded: Bool {
        for index in raw.indices where raw[index] == UInt8(ascii: "%") || raw[index] == UInt8(ascii: "+") {
            return true
        }
        return false
    }

    /// The decoded byte at `position`, which moves on to the next.
    func byte(at position: inout Int) -> UInt8? {
        guard position < raw.count else { return nil }
        let byte = raw[position]
        position += 1
        guard decodes else { return byte }
        if byte == UInt8(ascii: "+") { return UInt8(ascii: " ") }
        guard byte == UInt8(ascii: "%"), position + 1 < raw.count,
            let high = raw[position].hexValue, let low = raw[position + 1].hexValue
        else { return byte }
        position += 2
        return high << 4 | low
    }

    /// Whether the decoded text is exactly `other`.
    func equals(_ other: Bytes, ignoringCase: Bool = false) -> Bool {
        // Decoding never makes a text longer.
        guard raw.count >= other.count else { return false }
        var position = 0
        return reads(other, at: &position, ignoringCase) && position == raw.count
    }

    /// Whether the decoded text holds `needle`, which is in lower case if case is ignored.
    func contains(_ needle: Bytes, ignoringCase: Bool = false) -> Bool {
        var start = 0
        while raw.count - start >= needle.count {
            var position = start
            if reads(needle, at: &position, ignoringCase) { return true }
            guard byte(at: &start) != nil else { return false }
        }
        return false
    }

    /// Whether the decoded text begins with `other`.
    func begins(with other: Bytes, ignoringCase: Bool = false) -> Bool {
        var position = 0
        return reads(other, at: &position, ignoringCase)
    }

    private func reads(_ wanted: Bytes, at position: inout Int, _ ignoringCase: Bool) -> Bool {
        for index in wanted.indices {
            guard let byte = byte(at: &position) else { return false }
            let same = ignoringCase ? byte.asciiLowercased == wanted[index].asciiLowercased : byte == wanted[index]
            guard same else { return false }
        }
        return true
    }

    var decoded: [UInt8] {
        var bytes: [UInt8] = []
        bytes.reserveCapacity(raw.count)
        var position = 0
        while let byte = byte(at: &position) { bytes.append(byte) }
        return bytes
    }
}
