/// Reads JSON (RFC 8259) from bytes that a stranger sent: nothing it is given makes it trap or recurse without end.
///
/// U+0000 and what is not UTF-8 become U+FFFD, as everywhere at the edge.
struct WireReader {
    private let bytes: [UInt8]
    private var index = 0
    private static let deepest = 16

    /// The value, or nil when the bytes are not one JSON value.
    static func read(_ bytes: [UInt8]) -> WireValue? {
        var reader = WireReader(bytes: bytes)
        guard let value = reader.value(depth: 0) else { return nil }
        // White space may stand behind a value (RFC 8259, section 2), and nothing else.
        reader.passSpace()
        return reader.index == bytes.count ? value : nil
    }

    private init(bytes: [UInt8]) { self.bytes = bytes }

    private var next: UInt8? { index < bytes.count ? bytes[index] : nil }

    private mutating func passSpace() {
        while let byte = next, byte == 0x20 || byte == 0x0A || byte == 0x0D || byte == 0x09 { index += 1 }
    }

    private mutating func skip(_ character: Unicode.Scalar) -> Bool {
        guard next == UInt8(ascii: character) else { return false }
        index += 1
        return true
    }

    private mutating func value(depth: Int) -> WireValue? {
        passSpace()
        guard depth < Self.deepest else { return nil }
        switch next {
        case UInt8(ascii: "{"): return object(depth: depth)
        case UInt8(ascii: "["): return array(depth: depth)
        case UInt8(ascii: "\""): return string().map(WireValue.string)
        case UInt8(ascii: "t"): return word("true", .bool(true))
        case UInt8(ascii: "f"): return word("false", .bool(false))
        case UInt8(ascii: "n"): return word("null", .null)
        default: return number()
        }
    }

    private mutating func word(_ word: StaticString, _ value: WireValue) -> WireValue? {
        let end = index + word.utf8CodeUnitCount
        let matches = word.withUTF8Buffer { expected in end <= bytes.count && bytes[index..<end].elementsEqual(expected)
        }
        guard matches else { return nil }
        index = end
        return value
    }

    private mutating func object(depth: Int) -> WireValue? {
        index += 1
        var members: [WireValue.Member] = []
        members.reserveCapacity(16)
        passSpace()
        if skip("}") { return .object([]) }
        repeat {
            passSpace()
            guard let key = string() else { return nil }
            passSpace()
            guard skip(":"), let value = value(depth: depth + 1) else { return nil }
            members.append(WireValue.Member(key: key, value: value))
            passSpace()
        } while skip(",")
        return skip("}") ? .object(members) : nil
    }

    private mutating func array(depth: Int) -> WireValue? {
        index += 1
        var values: [WireValue] = []
        passSpace()
        if skip("]") { return .array([]) }
        repeat {
            guard let value = value(depth: depth + 1) else { return nil }
            values.append(value)
            passSpace()
        } while skip(",")
        return skip("]") ? .array(values) : nil
    }

    private mutating func number() -> WireValue? {
        let start = index
        while let byte = next, Self.isNumeric(byte) { index += 1 }
        let text = String(decoding: bytes[start..<index], as: UTF8.self)
        guard index - start <= 40, isWhole(start) || Double(text)?.isFinite == true else { return nil }
        return .number(text)
    }

    /// Whether the number is digits alone: the times and counts that make up most of them.
    private func isWhole(_ start: Int) -> Bool {
        start < index && bytes[start..<index].allSatisfy { (UInt8(ascii: "0")...UInt8(ascii: "9")).contains($0) }
    }

    private static func isNumeric(_ byte: UInt8) -> Bool {
        switch byte {
        case UInt8(ascii: "0")...UInt8(ascii: "9"), UInt8(ascii: "-"), UInt8(ascii: "+"), UInt8(ascii: "."),
            UInt8(ascii: "e"), UInt8(ascii: "E"):
            true
        default: false
        }
    }

    private mutating func string() -> String? {
        guard skip("\"") else { return nil }
        let start = index
        while index < bytes.count {
            switch bytes[index] {
            case UInt8(ascii: "\""):
                index += 1
                return String(decoding: bytes[start..<index - 1], as: UTF8.self)
            case UInt8(ascii: "\\"), 0:
                return rewritten(after: bytes[start..<index])
            default:
                index += 1
            }
        }
        return nil
    }

    /// The rest of a string that cannot be taken as it stands.
    private mutating func rewritten(after plain: ArraySlice<UInt8>) -> String? {
        var text = Array(plain)
        while let byte = next {
            index += 1
            switch byte {
            case UInt8(ascii: "\""):
                return String(decoding: text, as: UTF8.self)
            case UInt8(ascii: "\\"):
                guard appendEscape(to: &text) else { return nil }
            case 0:
                text += "\u{FFFD}".utf8
            default:
                text.append(byte)
            }
        }
        return nil
    }

    private mutating func appendEscape(to text: inout [UInt8]) -> Bool {
        guard let byte = next else { return false }
        index += 1
        switch byte {
        case UInt8(ascii: "\""), UInt8(ascii: "\\"), UInt8(ascii: "/"): text.append(byte)
        case UInt8(ascii: "b"): text.append(0x08)
        case UInt8(ascii: "f"): text.append(0x0C)
        case UInt8(ascii: "n"): text.append(0x0A)
        case UInt8(ascii: "r"): text.append(0x0D)
        case UInt8(ascii: "t"): text.append(0x09)
        case UInt8(ascii: "u"):
            guard let scalar = scalar() else { return false }
            text += Character(scalar).utf8
        default: return false
        }
        return true
    }

    /// The scalar after `\u`; half a surrogate pair is U+FFFD.
    private mutating func scalar() -> Unicode.Scalar? {
        guard let high = hexadecimal() else { return nil }
        if (0xD800...0xDBFF).contains(high) {
            let mark = index
            if skip("\\"), skip("u"), let low = hexadecimal(), (0xDC00...0xDFFF).contains(low) {
                return Unicode.Scalar(0x10000 + (high - 0xD800) << 10 + (low - 0xDC00))
            }
            index = mark
        }
        return high == 0 ? "\u{FFFD}" : Unicode.Scalar(high) ?? "\u{FFFD}"
    }

    private mutating func hexadecimal() -> UInt32? {
        guard index + 4 <= bytes.count else { return nil }
        let digits = bytes[index..<index + 4]
        guard digits.allSatisfy({ Character(UnicodeScalar($0)).isHexDigit }) else { return nil }
        index += 4
        return UInt32(String(decoding: digits, as: UTF8.self), radix: 16)
    }
}
