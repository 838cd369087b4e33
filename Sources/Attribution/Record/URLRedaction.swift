/// Takes out of a URL what must never be stored: its user-info, and the values of parameters that are secrets.
public enum URLRedaction {
    /// The parameters whose values are dropped while their keys stay, in any case.
    public static let secretParameters = [
        "password", "pass", "token", "access_token", "id_token", "code", "otp", "secret", "api_key",
    ]

    /// The URL as it is stored: what is read of it, without its secrets.
    public static func stored(_ url: String) -> String {
        isClean(url.utf8.span) ? url : redacted(URLText(url))
    }

    /// Whether a URL is stored as it is, which most are. A quick look: what it is not sure of is none.
    private static func isClean(_ url: Span<UInt8>) -> Bool {
        guard url.count <= URLText.byteLimit, !URLBounds.needsCleaning(url), URLBounds.range(url).count == url.count
        else { return false }
        var key: Int?
        for index in url.indices {
            switch url[index] {
            case UInt8(ascii: "@"), 0: return false
            case UInt8(ascii: "?"), UInt8(ascii: "&"), UInt8(ascii: "#"): key = index + 1
            case UInt8(ascii: "="):
                if let start = key, mayBeSecret(url.extracting(start..<index)) { return false }
                key = nil
            default: break
            }
        }
        return true
    }

    private static func mayBeSecret(_ key: Span<UInt8>) -> Bool {
        guard key.count <= 3 * longestSecret else { return false }
        for index in key.indices where isEncoded(key[index]) { return true }
        for secret in secretParameters where EncodedBytes(key).equals(secret.utf8.span, ignoringCase: true) {
            return true
        }
        return false
    }

    private static func isEncoded(_ byte: UInt8) -> Bool { byte == UInt8(ascii: "%") || byte == UInt8(ascii: "+") }

    private static let longestSecret = secretParameters.reduce(0) { max($0, $1.utf8.count) }

    /// Secrets in a fragment are dropped too: sign-in services put them there.
    static func redacted(_ url: URLText) -> String {
        var kept: [UInt8] = []
        kept.reserveCapacity(url.bytes.count)
        var rest = keepAddress(of: url.bytes, in: &kept)
        while let separator = rest.popFirst() {
            let piece = rest.prefix { !isSeparator($0) }
            kept.append(separator)
            kept += withoutSecret(piece)
            rest = rest[piece.endIndex...]
        }
        let text = FieldText.withoutNUL(String(decoding: kept, as: UTF8.self))
        return String(text.prefix(utf8Bytes: URLText.byteLimit))
    }

    /// Keeps scheme, host and path without user-info, and returns the rest.
    private static func keepAddress(of url: Substring.UTF8View, in kept: inout [UInt8]) -> Substring.UTF8View {
        let address = url.prefix { !isSeparator($0) }
        let scheme = address.prefix { $0 != UInt8(ascii: ":") && !isSlash($0) }
        let slashes = address[scheme.endIndex...].prefix { $0 == UInt8(ascii: ":") || isSlash($0) }
        let authority = address[slashes.endIndex...].prefix { !isSlash($0) }
        if slashes.contains(where: isSlash), let at = authority.lastIndex(of: UInt8(ascii: "@")) {
            kept += address[..<slashes.endIndex]
            kept += address[address.index(after: at)...]
        } else {
            kept += address
        }
        return url[address.endIndex...]
    }

    private static func withoutSecret(_ piece: Substring.UTF8View) -> Substring.UTF8View {
        guard let equals = piece.firstIndex(of: UInt8(ascii: "=")) else { return piece }
        let key = EncodedText(raw: piece[..<equals])
        return secretParameters.contains(where: key.equalsIgnoringCase) ? piece[...equals] : piece
    }

    /// A second `?` parts as well: a value may be a URL with parameters of its own.
    private static func isSeparator(_ byte: UInt8) -> Bool {
        byte == UInt8(ascii: "?") || byte == UInt8(ascii: "&") || byte == UInt8(ascii: "#")
    }

    private static func isSlash(_ byte: UInt8) -> Bool { byte == UInt8(ascii: "/") || byte == UInt8(ascii: "\\") }
}
