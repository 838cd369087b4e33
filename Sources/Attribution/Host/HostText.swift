/// Brings the host of a URL into the form that hosts are compared in.
enum HostText {
    /// Whether the host is written in that form: nearly every URL holds it so, because browsers send it so.
    static func isPlain(_ host: Bytes) -> Bool {
        host.count > 0 && host[host.count - 1] != UInt8(ascii: ".") && plainEnd(of: host, from: 0) == host.count
    }

    /// The first place from `start` that no plain host can hold, else `count`.
    static func plainEnd(of url: Bytes, from start: Int) -> Int {
        var index = start
        while index < url.count, isNameByte(url[unchecked: index]) { index += 1 }
        return index
    }

    /// `a`–`z`, `0`–`9`, `-`, `.` and `_`.
    static func isNameByte(_ byte: UInt8) -> Bool {
        let below64: UInt64 = 0x03FF_6000_0000_0000
        let above: UInt64 = 0x07FF_FFFE_8000_0000
        return byte < 128 && ((byte < 64 ? below64 : above) >> UInt64(byte & 63)) & 1 == 1
    }

    /// Nil where a browser would refuse the host as well.
    static func normalised(_ bytes: Substring.UTF8View) -> Substring? {
        if isPlain(bytes.span) { return Substring(bytes) }
        if bytes.first == UInt8(ascii: "[") { return addressLiteral(bytes) }
        guard let name = mapped(bytes) else { return nil }
        let withoutDot = name.utf8.last == UInt8(ascii: ".") ? name.dropLast() : name
        return withoutDot.utf8.isEmpty ? nil : withoutDot
    }

    /// Decodes escapes, lower-cases, and writes each international label as `xn--…`.
    private static func mapped(_ bytes: Substring.UTF8View) -> Substring? {
        guard let decoded = String(validating: percentDecoded(bytes), as: UTF8.self), !decoded.contains("\0"),
            let lowered = PublicSuffixList.lowercased(decoded)
        else { return nil }
        let labels = lowered.unicodeScalars
            .split(omittingEmptySubsequences: false) { $0 == "." || $0 == "。" }
            .map { Punycode.label(Array($0)) }
        let name = labels.joined(separator: ".")
        return name.utf8.allSatisfy(isNameByte) ? name[...] : nil
    }

    /// A host knows no `+` for a space.
    private static func percentDecoded(_ bytes: Substring.UTF8View) -> [UInt8] {
        bytes.contains(UInt8(ascii: "+")) ? [UInt8](bytes) : EncodedBytes(bytes.span).decoded
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
