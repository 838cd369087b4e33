/// Reads a JSON text (RFC 8259), and says at which line and column it stops being one.
///
/// Foundation's reader keeps one of two equal keys in silence and words its places as it likes; a rule that someone
/// wrote twice must not vanish.
struct JSONReader {
    struct Fault: Error, Equatable {
        let line: Int
        let column: Int
        let text: String
    }

    /// Deeper than any rule book, shallow enough for every stack.
    static let depthLimit = 32

    private let bytes: [UInt8]
    private var position = 0

    init(_ json: some Collection<UInt8>) {
        bytes = Array(json)
        // Editors on Windows begin a file with a byte-order mark.
        if bytes.starts(with: "\u{FEFF}".utf8) { position = 3 }
    }

    mutating func document() throws(Fault) -> JSONValue {
        let value = try value(depth: 0)
        skipSpace()
        guard next == nil else { throw fault("nothing may follow the document") }
        return value
    }

    private mutating func value(depth: Int) throws(Fault) -> JSONValue {
        skipSpace()
        guard depth < Self.depthLimit else { throw fault("the document is nested too deeply") }
        switch next {
        case UInt8(ascii: "{"): return try object(depth: depth + 1)
        case UInt8(ascii: "["): return try array(depth: depth + 1)
        case UInt8(ascii: "\""): return .string(try string())
        case UInt8(ascii: "t"): return try word("true", .bool(true))
        case UInt8(ascii: "f"): return try word("false", .bool(false))
        case UInt8(ascii: "n"): return try word("null", .null)
        case UInt8(ascii: "-"): return try number()
        case let byte? where byte.isASCIIDigit: return try number()
        default: throw fault("a value is expected")
        }
    }

    private mutating func object(depth: Int) throws(Fault) -> JSONValue {
        var members: [JSONValue.Member] = []
        var keys: Set<String> = []
        position += 1
        skipSpace()
        if take("}") { return .object([]) }
        repeat {
            skipSpace()
            guard next == UInt8(ascii: "\"") else { throw fault("a key in double quotes is expected") }
            let start = position
            let key = try string()
            guard keys.insert(key).inserted else { throw fault("the key \(key.quoted) stands here twice", at: start) }
            skipSpace()
            guard take(":") else { throw fault("a colon is expected") }
            members.append(JSONValue.Member(key: key, value: try value(depth: depth)))
            skipSpace()
        } while take(",")
        guard take("}") else { throw fault("a comma or } is expected") }
        return .object(members)
    }

    private mutating func array(depth: Int) throws(Fault) -> JSONValue {
        var values: [JSONValue] = []
        position += 1
        skipSpace()
        if take("]") { return .array([]) }
        repeat {
            values.append(try value(depth: depth))
            skipSpace()
        } while take(",")
        guard take("]") else { throw fault("a comma or ] is expected") }
        return .array(values)
    }

    private mutating func word(_ word: String, _ value: JSONValue) throws(Fault) -> JSONValue {
        guard bytes[position...].starts(with: word.utf8) else { throw fault("a value is expected") }
        position += word.utf8.count
        return value
    }

    private mutating func number() throws(Fault) -> JSONValue {
        let start = position
        _ = take("-")
        if !take("0") { try digits() }
        if take(".") { try digits() }
        if take("e") || take("E") {
            if !take("+") { _ = take("-") }
            try digits()
        }
        guard let number = Double(String(decoding: bytes[start..<position], as: UTF8.self)), number.isFinite
        else { throw fault("the number is too large", at: start) }
        return .number(number)
    }

    private mutating func digits() throws(Fault) {
        guard next?.isASCIIDigit == true else { throw fault("a digit is expected") }
        while next?.isASCIIDigit == true { position += 1 }
    }
}

extension JSONReader {
    private mutating func string() throws(Fault) -> String {
        let start = position
        position += 1
        var text: [UInt8] = []
        while let byte = next, byte != UInt8(ascii: "\"") {
            if byte < 0x20 { throw fault("a control character in a text must be escaped") }
            position += 1
            if byte == UInt8(ascii: "\\") {
                text.append(contentsOf: UTF8.encode(try escaped()) ?? UTF8.encodedReplacementCharacter)
            } else {
                text.append(byte)
            }
        }
        guard take("\"") else { throw fault("the text has no end", at: start) }
        guard let string = String(validating: text, as: UTF8.self) else {
            throw fault("the text is not UTF-8", at: start)
        }
        return string
    }

    /// The character that the escape after a backslash stands for.
    private mutating func escaped() throws(Fault) -> Unicode.Scalar {
        let start = position - 1
        defer { position += 1 }
        switch next {
        case UInt8(ascii: "\""): return "\""
        case UInt8(ascii: "\\"): return "\\"
        case UInt8(ascii: "/"): return "/"
        case UInt8(ascii: "b"): return "\u{8}"
        case UInt8(ascii: "f"): return "\u{C}"
        case UInt8(ascii: "n"): return "\n"
        case UInt8(ascii: "r"): return "\r"
        case UInt8(ascii: "t"): return "\t"
        case UInt8(ascii: "u"): return try escapedScalar(from: start)
        default: throw fault("the escape is unknown", at: start)
        }
    }

    /// Ends on its last digit. A character beyond U+FFFF is written as two halves, one escape each.
    private mutating func escapedScalar(from start: Int) throws(Fault) -> Unicode.Scalar {
        let unit = try hexadecimal()
        if let scalar = Unicode.Scalar(unit) { return scalar }
        guard unit < 0xDC00, bytes[(position + 1)...].starts(with: "\\u".utf8) else {
            throw fault("half a character is escaped", at: start)
        }
        position += 2
        let low = try hexadecimal()
        guard 0xDC00...0xDFFF ~= low, let scalar = Unicode.Scalar(0x10000 + ((unit - 0xD800) << 10) + low - 0xDC00)
        else { throw fault("half a character is escaped", at: start) }
        return scalar
    }

    /// The four digits after the position.
    private mutating func hexadecimal() throws(Fault) -> UInt32 {
        var value: UInt32 = 0
        for _ in 0..<4 {
            position += 1
            guard let digit = next?.hexValue else { throw fault("four hexadecimal digits are expected") }
            value = value << 4 | UInt32(digit)
        }
        return value
    }

    private var next: UInt8? { position < bytes.count ? bytes[position] : nil }

    private mutating func take(_ wanted: Unicode.Scalar) -> Bool {
        guard next == UInt8(ascii: wanted) else { return false }
        position += 1
        return true
    }

    private mutating func skipSpace() {
        while next == UInt8(ascii: " ") || next == UInt8(ascii: "\n") || next == UInt8(ascii: "\r")
            || next == UInt8(ascii: "\t")
        {
            position += 1
        }
    }

    private func fault(_ text: String, at position: Int? = nil) -> Fault {
        let before = bytes[..<min(position ?? self.position, bytes.count)]
        let line = before.lastIndex(of: UInt8(ascii: "\n")).map { before[($0 + 1)...] } ?? before
        // A character is counted by its first byte.
        let column = line.count { $0 & 0b1100_0000 != 0b1000_0000 }
        return Fault(line: before.count { $0 == UInt8(ascii: "\n") } + 1, column: column + 1, text: text)
    }
}
