/// The domains of one account: a visitor who comes from there was handed on, not referred.
public struct OwnDomains: Sendable, Equatable {
    private let hosts: [Host]

    /// Takes domains as people write them: `clinic.example`, `*.clinic.example`, `https://Clinic.Example/`.
    public init(_ domains: [String]) {
        hosts = domains.compactMap(Self.host)
    }

    /// Whether the host is one of these domains or under one.
    public func contains(_ host: Host) -> Bool {
        hosts.contains { Self.covers($0, host) }
    }

    /// Whether a referrer is the account's own: listed here, or of the same registrable domain as the landing.
    func isOwn(_ referrer: Host, landing: Host?) -> Bool {
        if contains(referrer) { return true }
        guard let landing else { return false }
        // Where nobody registered a domain (localhost, an address), only the landing's very host is own.
        return landing.registrableDomain.map(referrer.isWithin) ?? (referrer == landing)
    }

    /// A listed public suffix covers itself alone: half the web is under `github.io`.
    private static func covers(_ domain: Host, _ host: Host) -> Bool {
        host == domain || (host.isWithin(domain) && !PublicSuffixList.isListedSuffix(domain.text))
    }

    private static func host(_ written: String) -> Host? {
        let domain = written.trimmingSpaces
        if domain.contains("://") { return Host(url: domain) }
        let name = domain.hasPrefix("*.") ? String(domain.dropFirst(2)) : domain
        return Host(url: "https://\(name)")
    }
}
