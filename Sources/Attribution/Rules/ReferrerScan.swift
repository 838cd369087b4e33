/// What the rules need of a referrer: whether it is one, and which known site it is.
struct ReferrerScan {
    private(set) var isReferrer = false
    private(set) var site: Site?

    /// Nil when the referrer has to be cleaned first.
    ///
    /// - Parameter landing: the URL of the landing; a referrer of the same registrable domain is none.
    init?(
        _ referrer: Bytes, landing: Bytes, ownDomains: borrowing OwnDomains, catalogue: borrowing CatalogueIndex
    ) {
        let authority = AuthorityBytes(referrer)
        if let authority, authority.isPlain, let range = authority.host {
            judge(referrer.slice(range), authority.scheme, landing, ownDomains, catalogue)
            return
        }
        if URLBounds.needsCleaning(referrer) { return nil }
        guard let authority, let range = authority.host, let host = Host(name: referrer.slice(range).text) else {
            return
        }
        judge(host.text.utf8.span, authority.scheme, landing, ownDomains, catalogue)
    }

    private mutating func judge(
        _ host: Bytes, _ scheme: AuthorityBytes.Scheme, _ landing: Bytes,
        _ ownDomains: borrowing OwnDomains, _ catalogue: borrowing CatalogueIndex
    ) {
        switch scheme {
        case .androidApp:
            isReferrer = true
            site = catalogue.site(package: host)
        case .web:
            guard !Self.isOwn(host, landing, ownDomains) else { return }
            isReferrer = true
            site = catalogue.site(host: host)
        }
    }

    private static func isOwn(_ host: Bytes, _ landing: Bytes, _ ownDomains: borrowing OwnDomains) -> Bool {
        guard let authority = AuthorityBytes(landing), authority.scheme == .web, let range = authority.host else {
            return ownDomains.isOwn(host, landing: landing.slice(0..<0))
        }
        let written = landing.slice(range)
        if authority.isPlain { return ownDomains.isOwn(host, landing: written) }
        let name = Host(name: written.text)?.name ?? ""
        return ownDomains.isOwn(host, landing: name.utf8.span)
    }
}
