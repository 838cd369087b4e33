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

    let index: CatalogueIndex

    /// - Precondition: fewer than 65,536 entries and packages.
    public init(version: Int, entries: [ReferrerEntry], packages: [ReferrerEntry]) {
        self.version = version
        self.entries = entries
        self.packages = packages
        index = CatalogueIndex(entries: entries, packages: packages)
    }

    /// The entry of the longest domain that the host is or lies under.
    public func lookUp(_ host: Host) -> ReferrerEntry? { entry(index.site(host: host.text.utf8.span)) }

    public func lookUp(_ referrer: Referrer) -> ReferrerEntry? {
        switch referrer {
        case .site(let host): lookUp(host)
        case .app(let package): entry(index.site(package: package.utf8.span))
        }
    }

    /// The site that a whole `utm_source` names: by its name, one of its hosts, or a usual short form, in any case.
    func site(named text: String) -> ReferrerEntry? {
        entry(index.site(named: EncodedBytes(decoded: text.utf8.span)))
    }

    private func entry(_ site: Site?) -> ReferrerEntry? {
        site.map { Int($0.index) }.map { $0 < entries.count ? entries[$0] : packages[$0 - entries.count] }
    }
}
