import HTTPTypes
import Hummingbird

/// Where dashboards are for people without a sign-in. The address is the key, so no answer that comes from there may
/// pass it on: to a search engine, to another website, or to whoever uses the same computer.
enum SharedAddress {
    static let referrer = "no-referrer"

    static func path(_ secret: String) -> String { root + secret }

    static func covers(_ request: Request) -> Bool { request.uri.path.hasPrefix(root) }

    /// The answer with what keeps its address where it is.
    static func hidden(_ response: Response) -> Response {
        var response = response
        response.headers[.robots] = "noindex, nofollow"
        response.headers[.referrerPolicy] = referrer
        response.headers[.cacheControl] = "no-store"
        return response
    }

    private static let root = "/d/"
}

extension HTTPField.Name {
    fileprivate static let robots = known("X-Robots-Tag")
}
