import Attribution

/// The websites that make visits up so that their names are read in reports.
struct SpamReferrers: Sendable {
    private let hosts: Set<Substring>

    /// One host a line; it covers what is under it. Lines with # in front are comments.
    init(_ list: String) {
        hosts = Set(list.split(separator: "\n").filter { !$0.hasPrefix("#") })
    }

    func contains(_ host: Host) -> Bool {
        let name = host.name
        var rest = name[...]
        while !hosts.contains(rest) {
            guard let dot = rest.utf8.firstIndex(of: UInt8(ascii: ".")) else { return false }
            rest = rest[name.utf8.index(after: dot)...]
        }
        return true
    }
}
