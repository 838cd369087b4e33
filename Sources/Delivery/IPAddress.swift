import Foundation

/// An IPv4 or IPv6 address: four or sixteen bytes.
public struct IPAddress: Sendable, Hashable, CustomStringConvertible {
    let bytes: [UInt8]

    /// Nil for everything but the usual spellings: `127.0.0.1` and not `0177.1`, which is for a resolver to read.
    public init?(_ text: String) {
        var version4 = in_addr()
        if inet_pton(AF_INET, text, &version4) == 1 {
            bytes = withUnsafeBytes(of: version4, Array.init)
            return
        }
        var version6 = in6_addr()
        guard inet_pton(AF_INET6, text, &version6) == 1 else { return nil }
        bytes = withUnsafeBytes(of: version6, Array.init)
    }

    init(version4 bytes: some Sequence<UInt8>) { self.bytes = Array(bytes) }

    /// The address that a socket's address holds; nil when it is of another family.
    init?(_ socket: UnsafePointer<sockaddr>) {
        switch Int32(socket.pointee.sa_family) {
        case AF_INET:
            bytes = socket.withMemoryRebound(to: sockaddr_in.self, capacity: 1) {
                withUnsafeBytes(of: $0.pointee.sin_addr, Array.init)
            }
        case AF_INET6:
            bytes = socket.withMemoryRebound(to: sockaddr_in6.self, capacity: 1) {
                withUnsafeBytes(of: $0.pointee.sin6_addr, Array.init)
            }
        default: return nil
        }
    }

    /// The IPv4 address that an IPv6 address carries to it: mapped (`::ffff:…`), or by way of NAT64 (`64:ff9b::…`).
    var carried: IPAddress? {
        let forms =
            [[0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0xFF, 0xFF], [0, 0x64, 0xFF, 0x9B, 0, 0, 0, 0, 0, 0, 0, 0]] as [[UInt8]]
        guard bytes.count == 16, forms.contains(Array(bytes.prefix(12))) else { return nil }
        return IPAddress(version4: bytes.suffix(4))
    }

    public var description: String {
        var text = [CChar](repeating: 0, count: Int(INET6_ADDRSTRLEN))
        inet_ntop(bytes.count == 4 ? AF_INET : AF_INET6, bytes, &text, socklen_t(text.count))
        return String(decoding: text.prefix { $0 != 0 }.map(UInt8.init(bitPattern:)), as: UTF8.self)
    }
}
