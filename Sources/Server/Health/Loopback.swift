import Foundation

/// The addresses that only this machine has.
enum Loopback {
    /// 127.0.0.0/8 and ::1, also where the former comes in IPv6 clothes.
    static func contains(_ address: String) -> Bool {
        var version4 = in_addr()
        if inet_pton(AF_INET, address, &version4) == 1 {
            return withUnsafeBytes(of: version4) { $0[0] == 127 }
        }
        var version6 = in6_addr()
        guard inet_pton(AF_INET6, address, &version6) == 1 else { return false }
        let bytes = withUnsafeBytes(of: version6, Array.init)
        guard bytes.prefix(10).allSatisfy({ $0 == 0 }) else { return false }
        let isMapped = bytes[10] == 0xFF && bytes[11] == 0xFF && bytes[12] == 127
        return isMapped || bytes[10...] == [0, 0, 0, 0, 0, 1]
    }
}
