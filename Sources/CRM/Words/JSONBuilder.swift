/// Writes one JSON text (RFC 8259) member by member: what capture stores thousands of times a second has a fixed shape.
///
/// Members are written in the order of their names, so that the text is the one that `JSONText` writes for the same
/// value.
struct JSONBuilder {
    private var bytes: [UInt8] = []
    private var needsComma = false

    private static let digits = Array("0123456789abcdef".utf8)

    /// The text of what `body` writes.
    static func text(_ body: (inout JSONBuilder) -> Void) -> String {
        var builder = JSONBuilder()
        builder.bytes.reserveCapacity(512)
        body(&builder)
        return String(decoding: builder.bytes, as: UTF8.self)
    }

    mutating func object(_ members: (inout JSONBuilder) -> Void) { enclosed("{", "}", members) }

    mutating func list<Element>(_ elements: [Element], _ write: (inout JSONBuilder, Element) -> Void) {
        enclosed("[", "]") { list in
            for element in elements {
                list.comma()
                write(&list, element)
                list.needsComma = true
            }
        }
    }

    mutating func member(_ name: StaticString, _ value: (inout JSONBuilder) -> Void) {
        comma()
        bytes.append(UInt8(ascii: "\""))
        name.withUTF8Buffer { bytes.append(contentsOf: $0) }
        bytes.append(UInt8(ascii: "\""))
        bytes.append(UInt8(ascii: ":"))
        value(&self)
        needsComma = true
    }

    /// A member that is left out when it has no value.
    mutating func member(_ name: StaticString, _ text: String?) {
        guard let text else { return }
        member(name) { $0.string(text) }
    }

    /// A member that is left out when it has no value.
    mutating func member(_ name: StaticString, _ number: Int?) {
        guard let number else { return }
        member(name) { $0.bytes.append(contentsOf: String(number).utf8) }
    }

    mutating func string(_ text: String) {
        var text = text
        bytes.append(UInt8(ascii: "\""))
        text.withUTF8 { text in
            guard text.contains(where: Self.isEscaped) else { return bytes.append(contentsOf: text) }
            for byte in text { escape(byte) }
        }
        bytes.append(UInt8(ascii: "\""))
    }

    private mutating func enclosed(
        _ open: Unicode.Scalar, _ close: Unicode.Scalar, _ body: (inout JSONBuilder) -> Void
    ) {
        bytes.append(UInt8(ascii: open))
        needsComma = false
        body(&self)
        bytes.append(UInt8(ascii: close))
    }

    private mutating func comma() {
        if needsComma { bytes.append(UInt8(ascii: ",")) }
        needsComma = false
    }

    private static func isEscaped(_ byte: UInt8) -> Bool {
        byte < 0x20 || byte == UInt8(ascii: "\"") || byte == UInt8(ascii: "\\")
    }

    private mutating func escape(_ byte: UInt8) {
        switch byte {
        case UInt8(ascii: "\""), UInt8(ascii: "\\"): bytes += [UInt8(ascii: "\\"), byte]
        case 0x08: bytes += "\\b".utf8
        case 0x09: bytes += "\\t".utf8
        case 0x0A: bytes += "\\n".utf8
        case 0x0C: bytes += "\\f".utf8
        case 0x0D: bytes += "\\r".utf8
        case ..<0x20:
            bytes += "\\u00".utf8
            bytes += [Self.digits[Int(byte >> 4)], Self.digits[Int(byte & 15)]]
        default: bytes.append(byte)
        }
    }
}
