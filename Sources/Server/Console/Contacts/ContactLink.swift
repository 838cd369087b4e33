import CRM
import Foundation

/// Addresses made of what a visitor wrote: nothing but the three kinds that are asked for comes out.
enum ContactLink {
    static func mail(_ text: String) -> String? {
        EmailAddress(text).map { address in
            let parts = address.text.split(separator: "@", maxSplits: 1).map { ConsolePath.escaped(String($0)) }
            return "mailto:" + parts.joined(separator: "@")
        }
    }

    static func phone(_ text: String) -> String? {
        PhoneNumber(text).map { "tel:" + $0.key }
    }

    /// Nil for anything but an http(s) address; a bare host gets `https://`.
    static func web(_ text: String) -> String? {
        let address = text.contains("://") ? text : "https://" + text
        guard let parts = URLComponents(string: address), let scheme = parts.scheme?.lowercased(),
            scheme == "http" || scheme == "https", let host = parts.host, host.contains(".")
        else { return nil }
        return address
    }
}
