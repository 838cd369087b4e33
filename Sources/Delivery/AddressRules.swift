/// Where requests may go: to the public Internet, and nowhere inside, unless the operator says so.
public struct AddressRules: Sendable, Equatable {
    /// Lets requests go to this machine and to private networks, but not to link-local addresses, where clouds keep their
    /// secrets.
    public var allowsPrivate: Bool
    /// Networks that are allowed whatever they are.
    public var allowed: [Network]

    public init(allowsPrivate: Bool = false, allowed: [Network] = []) {
        self.allowsPrivate = allowsPrivate
        self.allowed = allowed
    }

    public func allow(_ address: IPAddress) -> Bool {
        let real = address.carried ?? address
        if allowed.contains(where: { $0.contains(address) || $0.contains(real) }) { return true }
        if Self.privateNetworks.contains(where: { $0.contains(real) }) { return allowsPrivate }
        return Self.isPublic(real)
    }

    private static func isPublic(_ address: IPAddress) -> Bool {
        // Of IPv6 a single block has been given to the public Internet (IANA: global unicast).
        if address.bytes.count == 16, !(globalUnicast.contains { $0.contains(address) }) { return false }
        return !reserved.contains { $0.contains(address) }
    }

    /// This machine, private networks (RFC 1918), shared address space (RFC 6598) and unique local addresses (RFC 4193).
    private static let privateNetworks = networks(
        "127.0.0.0/8", "10.0.0.0/8", "172.16.0.0/12", "192.168.0.0/16", "100.64.0.0/10", "::1/128", "fc00::/7")

    private static let globalUnicast = networks("2000::/3")

    /// What IANA's registries of special addresses do not call globally reachable, beside the above.
    private static let reserved = networks(
        "0.0.0.0/8", "169.254.0.0/16", "192.0.0.0/24", "192.0.2.0/24", "192.88.99.0/24", "198.18.0.0/15",
        "198.51.100.0/24", "203.0.113.0/24", "224.0.0.0/4", "240.0.0.0/4",
        // Protocol assignments with Teredo, documentation, and 6to4, which carries any IPv4 address.
        "2001::/23", "2001:db8::/32", "2002::/16", "3fff::/20")

    private static func networks(_ texts: String...) -> [Network] { texts.compactMap(Network.init) }
}
