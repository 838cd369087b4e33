/// The host of a URL in the one form that hosts are compared in.
///
/// Lower-case ASCII (international names as `xn--…`), no port, no trailing dot; an IPv6 address keeps its brackets.
/// A host already in that form stays a slice of the URL it was read from.
public struct Host: Sendable, Hashable {
    /// The longest name that the domain name system knows; longer ones are compared whole and looked up nowhere.
    static let lengthLimit = 253

    let text: Substring

    public var name: String { String(text) }

    /// The host of an absolute http or https URL.
    public init?(url: String) {
        let url = URLText(url).bytes
        guard let authority = AuthorityBytes(url.span), authority.scheme == .web else { return nil }
        self.init(authority, of: url)
    }

    /// A host on its own: `Clinic.Example.`, `[::1]`.
    public init?(name: String) {
        self.init(bytes: name[...].utf8)
    }

    init?(_ authority: AuthorityBytes, of url: Substring.UTF8View) {
        guard let host = authority.host else { return nil }
        self.init(bytes: url.slice(host))
    }

    private init?(bytes: Substring.UTF8View) {
        guard let text = HostText.normalised(bytes) else { return nil }
        self.text = text
    }

    /// Whether this is the domain itself or a host under it, compared on whole labels.
    public func isWithin(_ domain: Host) -> Bool {
        text.utf8.span.isWithin(domain.text.utf8.span)
    }

    /// The domain that someone registered (`clinic.co.uk` of `www.clinic.co.uk`), by the whole public suffix list.
    public var registrableDomain: Host? {
        let bytes = text.utf8
        guard let start = PublicSuffixList.registrableDomain(of: bytes.span) else { return nil }
        return Host(bytes: bytes.slice(start..<bytes.count))
    }
}
