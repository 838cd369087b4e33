/// The domains of one account: a visitor who comes from there was handed on, not referred.
public struct OwnDomains: Sendable, Equatable {
    private struct Domain: Sendable, Equatable {
        let host: Host
        /// A listed public suffix covers itself alone: half the web is under `github.io`.
        let coversSubdomains: Bool

        func covers(_ other: Bytes) -> Bool {
            let name = host.text.utf8
            return coversSubdomains ? other.isWithin(name.span) : other.equals(name.span)
        }
    }

    private let domains: [Domain]

    /// Takes domains as people write them: `clinic.example`, `*.clinic.example`, `https://Clinic.Example/`.
    public init(_ domains: [String]) {
        self.domains = domains.compactMap(Self.host).map { host in
            // A copy of its own: a slice would keep the text it was cut from, and be slower to read.
            let name = host.name[...]
            return Domain(
                host: Host(name: String(name)) ?? host,
                coversSubdomains: !PublicSuffixList.isListedSuffix(name.utf8.span))
        }
    }

    /// Whether the host is one of these domains or under one.
    public func contains(_ host: Host) -> Bool { covers(host.text.utf8.span) }

    private func covers(_ host: Bytes) -> Bool {
        for index in domains.indices where domains[index].covers(host) { return true }
        return false
    }

    /// Whether a referrer is the account's own: listed here, or of the same registrable domain as the landing.
    func isOwn(_ referrer: Host, landing: Host?) -> Bool {
        let landing = landing?.text ?? ""
        return isOwn(referrer.text.utf8.span, landing: landing.utf8.span)
    }

    /// - Parameter landing: the host of the landing; empty when it has none.
    func isOwn(_ referrer: Bytes, landing: Bytes) -> Bool {
        if covers(referrer) { return true }
        if referrer.equals(landing) { return true }
        // A registrable domain has two labels or more. Where nobody registered one (localhost, an address), only the
        // landing's very host is own.
        guard referrer.sharedLabels(with: landing) >= 2,
            let start = PublicSuffixList.registrableDomain(of: landing)
        else { return false }
        return referrer.isWithin(landing.slice(start..<landing.count))
    }

    private static func host(_ written: String) -> Host? {
        let domain = written.trimmingSpaces
        if domain.contains("://") { return Host(url: domain) }
        let name = domain.hasPrefix("*.") ? String(domain.dropFirst(2)) : domain
        return Host(url: "https://\(name)")
    }
}
