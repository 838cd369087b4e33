import Foundation

/// An IPv4 or IPv6 address in its textual form.
enum IPAddress {
    /// The network the address is in: /24 for IPv4, /48 for IPv6; nil for what is neither.
    static func cut(_ text: String) -> String? {
        let address = String(text.prefix { $0 != "%" })
        if let bytes = bytes(of: address, family: AF_INET, count: 4) { return cutVersion4(bytes) }
        guard let bytes = bytes(of: address, family: AF_INET6, count: 16) else { return nil }
        // An IPv4 address in IPv6 clothes: ::ffff:203.0.113.9.
        let isMapped = bytes.prefix(10).allSatisfy { $0 == 0 } && bytes[10...11] == [0xFF, 0xFF]
        return isMapped ? cutVersion4(Array(bytes.suffix(4))) : cutVersion6(bytes)
    }

    /// Whether there is something to cut.
    static func isWhole(_ text: String?) -> Bool {
        text.map { cut($0) != $0 } ?? false
    }

    private static func cutVersion4(_ bytes: [UInt8]) -> String {
        bytes.prefix(3).map(String.init).joined(separator: ".") + ".0"
    }

    /// Three groups, those at the end left out when they are zero: `2001:db8:1::`, `2001:db8::`, `::`.
    private static func cutVersion6(_ bytes: [UInt8]) -> String {
        var groups = (0..<3).map { UInt16(bytes[2 * $0]) << 8 | UInt16(bytes[2 * $0 + 1]) }
        while groups.last == 0 { groups.removeLast() }
        return groups.map { String($0, radix: 16) }.joined(separator: ":") + "::"
    }

    private static func bytes(of text: String, family: Int32, count: Int) -> [UInt8]? {
        var bytes = [UInt8](repeating: 0, count: count)
        return inet_pton(family, text, &bytes) == 1 ? bytes : nil
    }
}

extension IPStorage {
    /// What of an address is written down at the time of the event.
    func kept(_ ip: String?) -> String? {
        guard let ip else { return nil }
        return switch self {
        case .whole, .cutAfter30Days: ip
        case .cut: IPAddress.cut(ip)
        case .never: nil
        }
    }
}
