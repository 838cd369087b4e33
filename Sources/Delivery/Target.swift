import Foundation

/// The address of a webhook, taken apart.
struct Target: Sendable {
    let url: String
    /// As the HTTP client reads it, without the brackets of IPv6.
    let host: String

    /// Nil for anything but an absolute http(s) address with a host.
    init?(_ text: String) {
        guard let url = URL(string: text), let scheme = url.scheme?.lowercased(), scheme == "http" || scheme == "https",
            let host = url.host, !host.isEmpty
        else { return nil }
        self.url = text
        self.host = host.hasPrefix("[") && host.hasSuffix("]") ? String(host.dropFirst().dropLast()) : host
    }
}
