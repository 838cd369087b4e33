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
        guard let authority = URLAuthority(URLText(url)), authority.scheme != .androidApp else { return nil }
        self.init(authority)
    }

    /// A host on its own: `Clinic.Example.`, `[::1]`.
    public init?(name: String) {
        self.init(bytes: name[...].utf8)
    }

    init?(_ authority: URLAuthority) {
        guard let bytes = authority.host else { return nil }
        self.init(bytes: bytes)
    }

    private init?(bytes: Substring.UTF8View) {
        guard let text = HostText.normalised(bytes) else { return nil }
        self.text = text
    }

    private init(text: Substring) {
        self.text = text
    }

    /// Whether this is an IP address, which has neither labels nor a registrable domain.
    var isAddress: Bool {
        if text.utf8.first == UInt8(ascii: "[") { return true }
        let lastLabel = text.utf8.reversed().prefix { $0 != UInt8(ascii: ".") }
        return lastLabel.allSatisfy(\.isASCIIDigit)
    }

    /// Whether this is the domain itself or a host under it, compared on whole labels.
    public func isWithin(_ domain: Host) -> Bool {
        if text == domain.text { return true }
        guard !isAddress, text.utf8.count > domain.text.utf8.count else { return false }
        let start = text.utf8.index(text.endIndex, offsetBy: -domain.text.utf8.count)
        return text.utf8[text.utf8.index(before: start)] == UInt8(ascii: ".") && text[start...] == domain.text
    }

    /// The domain that someone registered (`clinic.co.uk` of `www.clinic.co.uk`), by the whole public suffix list.
    public var registrableDomain: Host? {
        guard !isAddress else { return nil }
        return PublicSuffixList.registrableDomain(of: text).map(Host.init(text:))
    }

    /// The host and each domain above it, longest first: `a.b.c`, `b.c`, `c`.
    var selfAndParents: some Sequence<Substring> {
        sequence(first: text) { name in
            guard let dot = name.utf8.firstIndex(of: UInt8(ascii: ".")) else { return nil }
            return name[name.utf8.index(after: dot)...]
        }
    }
}
