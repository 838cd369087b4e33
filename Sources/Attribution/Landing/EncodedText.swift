/// A key or a value as it stands in a query, decoded byte by byte while it is read.
///
/// `+` is a space, a malformed percent escape stays as it is. Nothing is copied until `text` is asked for.
public struct EncodedText: Sequence, Sendable {
    let raw: Substring.UTF8View

    public var isEmpty: Bool { raw.isEmpty }

    /// The decoded text; bytes that are no UTF-8 become U+FFFD.
    public var text: String {
        guard raw.contains(where: { $0 == UInt8(ascii: "%") || $0 == UInt8(ascii: "+") }) else {
            return String(Substring(raw))
        }
        return String(decoding: Array(self), as: UTF8.self)
    }

    public func makeIterator() -> Iterator { Iterator(rest: raw) }

    /// Whether the decoded text is exactly `other`.
    func equals(_ other: String) -> Bool {
        // Decoding never makes a text longer.
        raw.count >= other.utf8.count && elementsEqual(other.utf8)
    }

    /// Whether the decoded text is `other`, ASCII letters compared in any case.
    func equalsIgnoringCase(_ other: String) -> Bool {
        elementsEqual(other.utf8) { $0.asciiLowercased == $1.asciiLowercased }
    }

    /// Whether the decoded text holds `needle`.
    func contains(text needle: String, ignoringCase: Bool = false) -> Bool {
        var rest = makeIterator()
        repeat {
            if rest.begins(with: needle, ignoringCase: ignoringCase) { return true }
        } while rest.next() != nil
        return false
    }

    public struct Iterator: IteratorProtocol {
        fileprivate var rest: Substring.UTF8View

        public mutating func next() -> UInt8? {
            guard let byte = rest.popFirst() else { return nil }
            switch byte {
            case UInt8(ascii: "+"): return UInt8(ascii: " ")
            case UInt8(ascii: "%"): return escapedByte() ?? byte
            default: return byte
            }
        }

        fileprivate func begins(with needle: String, ignoringCase: Bool) -> Bool {
            var ahead = self
            for wanted in needle.utf8 {
                guard let byte = ahead.next() else { return false }
                let same = ignoringCase ? byte.asciiLowercased == wanted.asciiLowercased : byte == wanted
                guard same else { return false }
            }
            return true
        }

        private mutating func escapedByte() -> UInt8? {
            let digits = rest.prefix(2)
            guard digits.count == 2, let high = digits.first?.hexValue, let low = digits.last?.hexValue
            else { return nil }
            rest = rest.dropFirst(2)
            return high << 4 | low
        }
    }
}
