/// The beginning of an absolute URL: its scheme, and who is addressed.
struct URLAuthority {
    enum Scheme: String, CaseIterable {
        case http, https
        case androidApp = "android-app"
    }

    let scheme: Scheme
    /// Host and port, without user-info.
    let hostAndPort: Substring.UTF8View

    /// Fails for a URL that is not absolute or has another scheme. A backslash is a slash, as browsers have it.
    init?(_ url: URLText) {
        guard let colon = url.bytes.firstIndex(of: UInt8(ascii: ":")) else { return nil }
        let written = url.bytes[..<colon]
        guard let scheme = Scheme.allCases.first(where: { Self.same(written, $0.rawValue) }) else { return nil }
        let afterColon = url.bytes[url.bytes.index(after: colon)...]
        let rest = afterColon.drop(while: Self.isSlash)
        guard afterColon.prefix(2).count(where: Self.isSlash) == 2 else { return nil }
        let authority = rest.prefix { !Self.isSlash($0) && $0 != UInt8(ascii: "?") && $0 != UInt8(ascii: "#") }
        self.scheme = scheme
        if let at = authority.lastIndex(of: UInt8(ascii: "@")) {
            hostAndPort = authority[authority.index(after: at)...]
        } else {
            hostAndPort = authority
        }
    }

    /// The host without its port; nil when what stands for a port is none.
    var host: Substring.UTF8View? {
        let bracket = hostAndPort.lastIndex(of: UInt8(ascii: "]")) ?? hostAndPort.startIndex
        guard let colon = hostAndPort[bracket...].firstIndex(of: UInt8(ascii: ":")) else { return hostAndPort }
        let port = hostAndPort[hostAndPort.index(after: colon)...]
        guard port.allSatisfy(\.isASCIIDigit) else { return nil }
        return hostAndPort[..<colon]
    }

    private static func isSlash(_ byte: UInt8) -> Bool { byte == UInt8(ascii: "/") || byte == UInt8(ascii: "\\") }

    private static func same(_ bytes: Substring.UTF8View, _ name: String) -> Bool {
        bytes.elementsEqual(name.utf8) { $0.asciiLowercased == $1 }
    }
}
