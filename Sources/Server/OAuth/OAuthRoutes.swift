import CRM
import Hummingbird

/// The addresses by which apps are given tokens; where people let them in is a page of the console.
struct OAuthRoutes: Sendable {
    let crm: CRM
    let settings: ServerSettings
    let limits: RateLimits
    let now: @Sendable () -> Milliseconds

    func add(to router: Router<WebContext>) {
        let tokens = TokenController(crm: crm, settings: settings, limits: limits, now: now)
        router.post("oauth/token", use: tokens.token)
        router.post("oauth/revoke", use: tokens.revoke)
        let publicURL = settings.publicURL
        router.get(".well-known/oauth-authorization-server") { _, _ in try Response.json(OAuthMetadata(publicURL)) }
    }
}
