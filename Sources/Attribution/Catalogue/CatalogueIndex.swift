/// The catalogue's tables, built once and shared by all who look something up.
final class CatalogueIndex: Sendable {
    /// The entries, then the packages.
    private let sites: [Site]
    private let hosts: HostTable
    private let apps: NameTable
    /// Search, social and video sites by their name in lower case, and by the usual short forms.
    private let names: NameTable

    init(entries: [ReferrerEntry], packages: [ReferrerEntry]) {
        let numbered = zip(entries + packages, UInt16.zero...).map { (entry: $0, index: $1) }
        sites = numbered.map { Site(entry: $0.entry, index: $0.index) }
        hosts = HostTable(numbered.prefix(entries.count).map { ($0.entry.pattern, $0.index) })
        apps = NameTable(numbered.dropFirst(entries.count).map { (name: $0.entry.pattern, value: $0.index) })
        names = NameTable(ReferrerCatalogue.names(of: numbered.prefix(entries.count)))
    }

    /// The entry of the longest domain that the host is or lies under.
    func site(host: Bytes) -> Site? { hosts.find(host).map { sites[Int($0)] } }

    /// Packages are compared whole: a package is no domain, and owns nothing under it.
    func site(package: Bytes) -> Site? { apps.find(package).map { sites[Int($0)] } }

    /// The site that the value of a `utm_source` names.
    func site(named value: borrowing EncodedBytes) -> Site? {
        guard let decoded = DecodedBytes(value) else { return nil }
        guard decoded.isASCII else { return site(written: decoded.bytes.text) }
        let name = decoded.trimmed
        if let number = names.find(name) { return sites[Int(number)] }
        guard name.first(of: UInt8(ascii: ".")) < name.count else { return nil }
        return HostText.isPlain(name) ? site(host: name) : site(written: name.text)
    }

    /// The same for a name that is not plain ASCII.
    private func site(written text: String) -> Site? {
        let name = text.trimmingSpaces.lowercased()
        if let number = names.find(name.utf8.span) { return sites[Int(number)] }
        guard name.contains("."), let host = Host(name: name) else { return nil }
        return site(host: host.text.utf8.span)
    }
}
