import HTTPTypes
import Hummingbird

/// `/t/self-exclude`: an owner tells this server to leave the visits of this browser out. It works where the website's pages
/// may send this server's cookie along.
///
/// Looking at the page changes nothing: browsers and scanners fetch addresses that nobody opened.
struct SelfExclusionController: Sendable {
    static let cookieName = "_hw_self"
    let publicURL: PublicURL
    let templates: Templates

    private static let largestBody = 1_024

    /// `GET /t/self-exclude`
    func page(_ request: Request, _ context: WebContext) throws -> Response {
        try show(request, isExcluded: request.cookies[Self.cookieName] != nil, isDone: false)
    }

    /// `POST /t/self-exclude`: `do` is `exclude` or `include`.
    func change(_ request: Request, _ context: WebContext) async throws -> Response {
        guard isFromThisPage(request) else { throw HTTPError(.forbidden) }
        let form = FormBody(try await request.body.collect(upTo: Self.largestBody))
        guard let wish = form["do"], ["exclude", "include"].contains(wish) else { throw HTTPError(.badRequest) }
        let isExcluded = wish == "exclude"
        var response = try show(request, isExcluded: isExcluded, isDone: true)
        response.setCookie(
            Cookie(
                name: Self.cookieName, value: isExcluded ? "1" : "", maxAge: isExcluded ? 400 * 24 * 3_600 : 0,
                path: "/t", secure: publicURL.isSecure, httpOnly: true,
                sameSite: publicURL.isSecure ? Cookie.SameSite.none : .lax))
        return response
    }

    /// Browsers say which page a form stands on; without a word of it nobody has pressed the button.
    private func isFromThisPage(_ request: Request) -> Bool {
        if let site = request.headers[.secFetchSite] { return site == "same-origin" }
        return request.headers[.origin]?.lowercased() == publicURL.text.lowercased()
    }

    private func show(_ request: Request, isExcluded: Bool, isDone: Bool) throws -> Response {
        let page = SelfExclusionPage(isExcluded: isExcluded, isDone: isDone, theme: Theme(request))
        var response = try templates.page(SelfExclusionPage.template, page)
        response.headers[.cacheControl] = "no-store"
        return response
    }
}

extension HTTPField.Name {
    fileprivate static let secFetchSite = known("Sec-Fetch-Site")
}
