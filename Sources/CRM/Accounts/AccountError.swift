import Foundation

/// What a person can get wrong about an account.
public enum AccountError: Error, Equatable, CustomStringConvertible {
    case name
    case host(String)
    case lookBackDays
    case pageViewMonths
    case timeZone(String)

    public var description: String {
        switch self {
        case .name: "An account needs a name of at most 200 characters."
        case .host(let text): "\(text) is not a domain. Write the host alone, like example.com."
        case .lookBackDays: "The look-back window is a number of days between 0 and 3650."
        case .pageViewMonths: "Page views are kept for a number of months between 0 and 120; 0 keeps them for ever."
        case .timeZone(let text): "\(text) is not a time zone. Write an IANA name, like Europe/Berlin."
        }
    }

    static func checked(name: String) throws(AccountError) -> String {
        let name = name.trimmed
        guard !name.isEmpty, name.count <= 200 else { throw .name }
        return name
    }

    /// The host of what was typed: a pasted address is welcome, its path and port are dropped.
    static func checked(host text: String) throws(AccountError) -> String {
        var host = text.trimmed.lowercased()
        if let scheme = host.range(of: "://") { host = String(host[scheme.upperBound...]) }
        host = String(host.prefix { !"/?#:".contains($0) })
        while host.hasSuffix(".") { host.removeLast() }
        let isHost =
            !host.isEmpty && host.utf8.count <= 253
            && host.split(separator: ".", omittingEmptySubsequences: false).allSatisfy { label in
                !label.isEmpty && label.utf8.count <= 63 && label.first != "-" && label.last != "-"
                    && label.unicodeScalars.allSatisfy { $0 == "-" || CharacterSet.alphanumerics.contains($0) }
            }
        guard isHost else { throw .host(text.cut(to: 100)) }
        return host
    }
}
