import HTTPTypes
import Hummingbird
import NIOCore

/// `/t/self-exclude`: an owner tells this server to leave the visits of this browser out. It works where the website's pages
/// may send this server's cookie along.
struct SelfExclusionController: Sendable {
    static let cookieName = "_hw_self"
    let publicURL: PublicURL

    func page(_ request: Request, _ context: WebContext) -> Response {
        let isOff = request.uri.queryParameters["off"] != nil
        let text =
            isOff
            ? "Visits from this browser are counted again.\n" : "Visits from this browser are no longer counted.\n"
        var response = Response(
            status: .ok, headers: [.contentType: "text/plain; charset=utf-8", .cacheControl: "no-store"],
            body: ResponseBody(byteBuffer: ByteBuffer(string: text)))
        response.setCookie(
            Cookie(
                name: Self.cookieName, value: isOff ? "" : "1", maxAge: isOff ? 0 : 400 * 24 * 3_600, path: "/t",
                secure: publicURL.isSecure, httpOnly: true, sameSite: publicURL.isSecure ? Cookie.SameSite.none : .lax))
        return response
    }
}
