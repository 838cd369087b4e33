/// The sites and apps that are known by name, looked up by host.
public struct ReferrerCatalogue: Sendable {
    public static let standard = ReferrerCatalogue(
        version: 1,
        entries: CatalogueText.entries(.search, of: CatalogueText.search)
            + CatalogueText.entries(.social, of: CatalogueText.social + "\n" + CatalogueText.communities)
            + CatalogueText.entries(.video, of: CatalogueText.video)
            + CatalogueText.entries(.ai, of: CatalogueText.assistants)
            + CatalogueText.entries(.email, of: CatalogueText.email)
            + CatalogueText.entries(.shopping, of: CatalogueText.shopping)
            + CatalogueText.entries(.service, of: CatalogueText.services),
        packages: CatalogueText.packageEntries
    )

    /// Stored with every verdict; raised whenever an entry changes.
    public let version: Int
    public let entries: [ReferrerEntry]
    public let packages: [ReferrerEntry]

    private let byHost: [Substring: ReferrerEntry]
    /// Wildcards by what stands before the star: `images.google` for `images.google.*`.
    private let byStem: [Substring: ReferrerEntry]
    private let byPackage: [Substring: ReferrerEntry]
    /// Search, social and video sites by their name in lower case.
    let byName: [String: ReferrerEntry]

    public init(version: Int, entries: [ReferrerEntry], packages: [ReferrerEntry]) {
        self.version = version
        self.entries = entries
        self.packages = packages
        byHost = Self.index(entries.filter { !$0.pattern.hasSuffix(".*") }) { $0.pattern[...] }
        byStem = Self.index(entries.filter { $0.pattern.hasSuffix(".*") }) { $0.pattern.dropLast(2) }
        byPackage = Self.index(packages) { $0.pattern[...] }
        byName = Dictionary(
            entries.filter { $0.kind == .search || $0.kind.isSocial }.map { ($0.name.lowercased(), $0) }
        ) { first, _ in first }
    }

    /// The entry of the longest domain that the host is or lies under.
    public func lookUp(_ host: Host) -> ReferrerEntry? {
        guard host.text.utf8.count <= Host.lengthLimit, !host.isAddress else { return nil }
        let suffix = host.selfAndParents.first(where: PublicSuffixList.isICANNSuffix)
        for domain in host.selfAndParents {
            if let entry = byHost[domain] { return entry }
            if let suffix, let entry = wildcard(domain, suffix: suffix) { return entry }
        }
        return nil
    }

    public func lookUp(_ referrer: Referrer) -> ReferrerEntry? {
        switch referrer {
        case .site(let host): lookUp(host)
        // Packages are compared whole: a package is no domain, and owns nothing under it.
        case .app(let package): byPackage[package[...]]
        }
    }

    private func wildcard(_ domain: Substring, suffix: Substring) -> ReferrerEntry? {
        let stemLength = domain.utf8.count - suffix.utf8.count - 1
        guard stemLength > 0 else { return nil }
        return byStem[Substring(domain.utf8.prefix(stemLength))]
    }

    private static func index(
        _ entries: [ReferrerEntry], by key: (ReferrerEntry) -> Substring
    ) -> [Substring: ReferrerEntry] {
        Dictionary(entries.map { (key($0), $0) }) { first, _ in first }
    }
}
