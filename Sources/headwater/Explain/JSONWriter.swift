/// Writes lines of JSON (RFC 8259) member by member, in the order given.
///
/// `JSONEncoder` takes twice as long for the whole of `explain --stdin`, and has an order of its own.
struct JSONWriter {
    private(set) var bytes: [UInt8] = []
    private var needsComma = false

    private static let digits = Array("0123456789abcdef".utf8)

    mutating func endLine() {
        bytes.append(UInt8(ascii: "\n"))
        needsComma = false
    }

    mutating func removeAll() { bytes.removeAll(keepingCapacity: true) }

    mutating func object(_ members: (inout JSONWriter) -> Void) {
        bytes.append(UInt8(ascii: "{"))
        needsComma = false
        members(&self)
        bytes.append(UInt8(ascii: "}"))
        needsComma = true
    }

    mutating func member(_ name: String, _ text: String?) {
        member(name) { line in
            if let text { line.string(text) } else { line.null() }
        }
    }

    mutating func member(_ name: String, _ number: Int) {
        member(name) { $0.bytes += String(number).utf8 }
    }

    mutating func member(_ name: String, _ flag: Bool) {
        member(name) { $0.bytes += (flag ? "true" : "false").utf8 }
    }

    mutating func null() { bytes += "null".utf8 }

    /// A list of objects.
    mutating func member<Element>(
        _ name: String, _ elements: some Sequence<Element>, _ members: (inout JSONWriter, Element) -> Void
    ) {
        member(name) { line in
            line.bytes.append(UInt8(ascii: "["))
            line.needsComma = false
            for element in elements {
                line.comma()
                line.object { members(&$0, element) }
            }
            line.bytes.append(UInt8(ascii: "]"))
        }
    }

    mutating func member(_ name: String, _ value: (inout JSONWriter) -> Void) {
        comma()
        string(name)
        bytes.append(UInt8(ascii: ":"))
        value(&self)
        needsComma = true
    }

    private mutating func comma() {
        if needsComma { bytes.append(UInt8(ascii: ",")) }
    }

    private mutating func string(_ text: String) {
        bytes.append(UInt8(ascii: "\""))
        for byte in text.utf8 {
            switch byte {
            case UInt8(ascii: "\""), UInt8(ascii: "\\"):
                bytes.append(UInt8(ascii: "\\"))
                bytes.append(byte)
            case ..<0x20:
                bytes += "\\u00".utf8
                bytes.append(Self.digits[Int(byte >> 4)])
                bytes.append(Self.digits[Int(byte & 15)])
            default:
                bytes.append(byte)
            }
        }
        bytes.append(UInt8(ascii: "\""))
    }
}
