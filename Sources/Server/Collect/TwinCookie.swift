import Attribution
import CRM
import Hummingbird

/// The cookie by which the server itself remembers a visitor, where it shares the website's registrable domain: browsers
/// that shorten the life of what scripts write do not shorten this one's.
struct TwinCookie: Sendable {
    let account: Account
    let publicURL: PublicURL

    private static let lifetime = 400 * 24 * 3_600

    var name: String { "_hw_t_\(account.locationID)" }

    func visitor(in request: Request) -> VisitorID? {
        request.cookies[name].flatMap { VisitorID($0.value) }
    }

    /// Whether a page may be given the cookie.
    func suits(pageURL: String) -> Bool {
        guard let page = Host(url: pageURL) else { return false }
        if page == publicURL.site { return true }
        // The quick look first: the list of public suffixes is long.
        guard let domain = publicURL.registrableDomain, page.isWithin(domain) else { return false }
        return page.registrableDomain == domain
    }

    func cookie(_ visitor: VisitorID) -> Cookie {
        Cookie(
            name: name, value: visitor.description, maxAge: Self.lifetime, path: "/", secure: publicURL.isSecure,
            httpOnly: true, sameSite: .lax)
    }

    var expired: Cookie {
        Cookie(name: name, value: "", maxAge: 0, path: "/", secure: publicURL.isSecure, httpOnly: true, sameSite: .lax)
    }
}
