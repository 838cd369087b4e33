import Foundation

/// Which addresses an app may be registered with: a browser is sent there with a code.
enum RedirectURI {
    private static let loopback: Set<String> = ["localhost", "127.0.0.1", "::1", "[::1]"]

    /// HTTPS anywhere; HTTP on the machine of the browser alone (RFC 8252, section 7.3); a scheme of the app's own, which
    /// has a dot in it (section 7.1), so that `javascript:` and `data:` are none. No fragment (RFC 6749, section 3.1.2).
    static func isAllowed(_ text: String) -> Bool {
        guard text.utf8.count <= 500, text.utf8.allSatisfy({ $0 > 0x20 && $0 < 0x7F }), !text.contains("#"),
            !text.contains("\\"), let parts = URLComponents(string: text), let scheme = parts.scheme?.lowercased(),
            parts.user == nil, parts.password == nil
        else { return false }
        let host = parts.host ?? ""
        switch scheme {
        case "https": return !host.isEmpty
        case "http": return loopback.contains(host.lowercased())
        default: return scheme.contains(".")
        }
    }
}
