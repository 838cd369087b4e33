/// The page that a visit began on, without what tells one visit to it from another: `example.com/botox`.
public struct LandingPlace: Sendable, Hashable {
    public let host: Host
    /// Begins with a slash; neither query nor fragment.
    public let path: String

    /// Fails for what is no absolute http or https URL.
    public init?(url: String) {
        let bytes = URLText(url).bytes
        guard let authority = AuthorityBytes(bytes.span), authority.scheme == .web, let written = authority.host,
            let host = Host(authority, of: bytes)
        else { return nil }
        self.host = host
        let rest = bytes.slice(written.upperBound..<bytes.count)
        let end = rest.firstIndex { $0 == UInt8(ascii: "?") || $0 == UInt8(ascii: "#") } ?? rest.endIndex
        // Between host and path stands a port, or the dot of a name that is written in full.
        let start = rest[..<end].firstIndex { $0 == UInt8(ascii: "/") || $0 == UInt8(ascii: "\\") } ?? end
        let path = Substring(rest[start..<end])
        self.path = path.isEmpty ? "/" : FieldText.shortened(String(path))
    }

    /// Host and path in one text.
    public var text: String { host.name + path }
}
