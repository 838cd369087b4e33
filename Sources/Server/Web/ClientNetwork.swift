import Foundation

/// Whose requests are counted together: an IPv4 address, or the /64 of an IPv6 one, because one machine has all of that.
enum ClientNetwork {
    static func name(of address: String?) -> String {
        var version6 = in6_addr()
        guard let address, inet_pton(AF_INET6, address, &version6) == 1 else { return address ?? "" }
        let network = withUnsafeBytes(of: version6) { Array($0.prefix(8)) }
        // The IPv4 addresses in IPv6 clothes (::ffff:203.0.113.9) all begin with zeros, and are many clients.
        guard network.contains(where: { $0 != 0 }) else { return address }
        return network.map { String($0, radix: 16) }.joined(separator: ":")
    }
}
