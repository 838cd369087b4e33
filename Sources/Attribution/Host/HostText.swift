/// Brings the host of a URL into the form that hosts are compared in.
enum HostText {
    /// Nil where a browser would refuse the host as well.
    static func normalised(_ bytes: Substring.UTF8View) -> Substring? {
        if bytes.first == UInt8(ascii: "[") { return addressLiteral(bytes) }
        let name = isPlain(bytes) ? Substring(bytes) : mapped(bytes)
        guard let name else { return nil }
        let withoutDot = name.utf8.last == UInt8(ascii: ".") ? name.dropLast() : name
        return withoutDot.utf8.isEmpty ? nil : withoutDot
    }

    /// What nearly every URL holds, because browsers send hosts in this form.
    private static func isPlain(_ bytes: Substring.UTF8View) -> Bool {
        bytes.allSatisfy { isNameByte($0) }
    }

    private static func isNameByte(_ byte: UInt8) -> Bool {
        byte.isASCIILowercaseLetter || byte.isASCIIDigit
            || byte == UInt8(ascii: ".") || byte == UInt8(ascii: "-") || byte == UInt8(ascii: "_")
    }

    /// Decodes escapes, lower-cases, and writes each international label as `xn--…`.
    private static func mapped(_ bytes: Substring.UTF8View) -> Substring? {
        guard let decoded = String(validating: Array(percentDecoded(bytes)), as: UTF8.self), !decoded.contains("\0"),
            let lowered = PublicSuffixList.lowercased(decoded)
        else { return nil }
        let labels = lowered.unicodeScalars
            .split(omittingEmptySubsequences: false) { $0 == "." || $0 == "。" }
            .map { Punycode.label(Array($0)) }
        let name = labels.joined(separator: ".")
        return name.utf8.allSatisfy(isNameByte) ? name[...] : nil
    }

    /// A host knows no `+` for a space.
    private static func percentDecoded(_ bytes: Substring.UTF8View) -> some Sequence<UInt8> {
        bytes.contains(UInt8(ascii: "+")) ? [UInt8](bytes) : [UInt8](EncodedText(raw: bytes))
    }

    private static func addressLiteral(_ bytes: Substring.UTF8View) -> Substring? {
        guard bytes.last == UInt8(ascii: "]") else { return nil }
        let inner = bytes.dropFirst().dropLast()
        guard inner.contains(UInt8(ascii: ":")),
            inner.allSatisfy({ $0.hexValue != nil || $0 == UInt8(ascii: ":") || $0 == UInt8(ascii: ".") })
        else { return nil }
        return Substring(String(decoding: bytes.map(\.asciiLowercased), as: UTF8.self))
    }
}
