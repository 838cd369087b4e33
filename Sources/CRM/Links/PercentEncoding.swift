/// Writes texts into addresses (RFC 3986).
enum PercentEncoding {
    /// What the owner wrote: the signs that mean something in an address stay, and so does what is encoded already.
    static func written(_ text: String) -> String {
        let bytes = Array(text.utf8)
        var encoded = ""
        for (index, byte) in bytes.enumerated() {
            let isEscape =
                byte == UInt8(ascii: "%") && index + 2 < bytes.count && isHex(bytes[index + 1])
                && isHex(bytes[index + 2])
            encoded += isEscape || isUnreserved(byte) || isReserved(byte) ? ascii(byte) : escaped(byte)
        }
        return encoded
    }

    /// A value in its place: it ends nothing and begins nothing. One that would mean "the folder above" is left out.
    static func value(_ text: String) -> String {
        guard text != ".", text != ".." else { return "" }
        return text.utf8.map { isUnreserved($0) ? ascii($0) : escaped($0) }.joined()
    }

    private static func ascii(_ byte: UInt8) -> String { String(Unicode.Scalar(byte)) }

    private static func escaped(_ byte: UInt8) -> String {
        let digits = String(byte, radix: 16, uppercase: true)
        return "%" + (digits.count == 1 ? "0" : "") + digits
    }

    private static func isUnreserved(_ byte: UInt8) -> Bool {
        switch byte {
        case UInt8(ascii: "a")...UInt8(ascii: "z"), UInt8(ascii: "A")...UInt8(ascii: "Z"),
            UInt8(ascii: "0")...UInt8(ascii: "9"):
            true
        default: "-._~".utf8.contains(byte)
        }
    }

    private static func isReserved(_ byte: UInt8) -> Bool { ":/?#[]@!$&'()*+,;=".utf8.contains(byte) }

    private static func isHex(_ byte: UInt8) -> Bool { Character(Unicode.Scalar(byte)).isHexDigit }
}
