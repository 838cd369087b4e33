import Foundation

/// Whose requests are counted together: an IPv4 address, or the /64 of an IPv6 one, because one machine has all of that.
/// Those without an address that can be read count together as well.
struct ClientNetwork: Sendable, Hashable {
    private let network: UInt64
    /// The IPv4 address, also in IPv6 clothes, and what else begins with zeros: those are many clients.
    private let host: UInt64

    init(_ address: String?) {
        var version4 = in_addr()
        var version6 = in6_addr()
        if let address, inet_pton(AF_INET, address, &version4) == 1 {
            network = 0
            host = 0xFFFF_0000_0000 | UInt64(UInt32(bigEndian: version4.s_addr))
        } else if let address, inet_pton(AF_INET6, address, &version6) == 1 {
            let words = withUnsafeBytes(of: version6) { bytes in
                (0..<2).map { UInt64(bigEndian: bytes.loadUnaligned(fromByteOffset: 8 * $0, as: UInt64.self)) }
            }
            network = words[0]
            host = words[0] == 0 ? words[1] : 0
        } else {
            network = 0
            host = 0
        }
    }

    /// A text that is the network's alone.
    var name: String { String(network, radix: 16) + ":" + String(host, radix: 16) }
}
