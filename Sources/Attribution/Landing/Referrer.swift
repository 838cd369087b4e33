/// Where a browser says it came from: a site, or an Android app.
public enum Referrer: Sendable, Hashable {
    case site(Host)
    /// The package of the app, in lower case.
    case app(package: String)

    /// Fails for what is not an absolute http, https or android-app URL: that is no referrer.
    public init?(_ url: String) {
        let url = URLText(url).bytes
        guard let authority = AuthorityBytes(url.span), let host = Host(authority, of: url) else { return nil }
        self = authority.scheme == .androidApp ? .app(package: host.name) : .site(host)
    }

    /// The referrer of a landing, unless it is one of the account's own pages.
    init?(of landing: Landing, ownDomains: OwnDomains) {
        guard let referrer = landing.referrer.flatMap(Referrer.init), !referrer.isOwn(in: landing, ownDomains)
        else { return nil }
        self = referrer
    }

    /// Whether it is one of the account's own pages, which hand a visitor on and refer nobody.
    func isOwn(in landing: Landing, _ ownDomains: OwnDomains) -> Bool {
        guard case .site(let host) = self else { return false }
        return ownDomains.isOwn(host, landing: Host(url: landing.url))
    }

    /// The host or the package.
    public var name: String {
        switch self {
        case .site(let host): host.name
        case .app(let package): package
        }
    }
}
