import Foundation

/// The networks whose `X-Forwarded-For` is believed; by default none, because anybody can write that header.
public struct TrustedProxies: Sendable, Equatable {
    public static let none = TrustedProxies(networks: [])

    private let networks: [Network]

    private init(networks: [Network]) { self.networks = networks }

    /// `10.0.0.0/8, ::1`; nil when an entry is no address or network.
    public init?(_ text: String) {
        var networks: [Network] = []
        for entry in text.split(whereSeparator: { $0 == "," || $0 == " " }) {
            guard let network = Network(String(entry)) else { return nil }
            networks.append(network)
        }
        self.networks = networks
    }

    /// Everybody is taken for a proxy, so everybody can say to have any address.
    public var believesEverybody: Bool { networks.contains { $0.prefix == 0 } }

    /// The address of the visitor: the socket's, or the last forwarded one that no trusted proxy wrote for itself.
    func client(peer: String?, forwardedFor: [String]) -> String? {
        guard let peer, !networks.isEmpty, isTrusted(peer) else { return peer }
        let hops = forwardedFor.flatMap { $0.split(separator: ",") }.map {
            Self.withoutPort($0.trimmingCharacters(in: .whitespaces))
        }
        for hop in hops.reversed() {
            guard Network.bytes(hop) != nil else { return peer }
            if !isTrusted(hop) { return hop }
        }
        return hops.first ?? peer
    }

    /// Some proxies write the port as well: `203.0.113.9:4711`, `[2001:db8::1]:4711`.
    private static func withoutPort(_ hop: String) -> String {
        if hop.hasPrefix("["), let end = hop.firstIndex(of: "]") {
            return String(hop[hop.index(after: hop.startIndex)..<end])
        }
        let parts = hop.split(separator: ":", omittingEmptySubsequences: false)
        return parts.count == 2 ? String(parts[0]) : hop
    }

    private func isTrusted(_ address: String) -> Bool {
        guard let bytes = Network.bytes(address) else { return false }
        return networks.contains { $0.contains(bytes) }
    }

    private struct Network: Sendable, Equatable {
        let address: [UInt8]
        let prefix: Int

        init?(_ text: String) {
            let parts = text.split(separator: "/", maxSplits: 1, omittingEmptySubsequences: false).map(String.init)
            guard let first = parts.first, let address = Self.bytes(first) else { return nil }
            let longest = address.count * 8
            guard let prefix = parts.count == 2 ? Int(parts[1]) : longest, (0...longest).contains(prefix) else {
                return nil
            }
            self.address = address
            self.prefix = prefix
        }

        func contains(_ other: [UInt8]) -> Bool {
            guard other.count == address.count else { return false }
            let whole = prefix / 8
            guard address.prefix(whole) == other.prefix(whole) else { return false }
            let rest = prefix % 8
            return rest == 0 || (address[whole] ^ other[whole]) >> (8 - rest) == 0
        }

        /// Four or sixteen bytes; an IPv4 address in IPv6 clothes counts as IPv4.
        static func bytes(_ text: String) -> [UInt8]? {
            var version4 = in_addr()
            if inet_pton(AF_INET, text, &version4) == 1 { return withUnsafeBytes(of: version4, Array.init) }
            var version6 = in6_addr()
            guard inet_pton(AF_INET6, text, &version6) == 1 else { return nil }
            let bytes = withUnsafeBytes(of: version6, Array.init)
            let isMapped = bytes[0..<10].allSatisfy { $0 == 0 } && bytes[10] == 0xFF && bytes[11] == 0xFF
            return isMapped ? Array(bytes[12...]) : bytes
        }
    }
}
