import HTTPTypes
import Hummingbird

/// The answer to everything that changed something: go on to a page, and let it say what happened.
enum Redirect {
    static func to(_ path: String, _ flash: Flash? = nil) -> Response {
        var response = Response(status: .seeOther, headers: [.location: path, .cacheControl: "no-store"])
        if let flash { response.setCookie(flash.cookie) }
        return response
    }

    /// Whether a path that came with a request leads to a page of this console and nowhere else.
    static func isOwnPage(_ path: String) -> Bool {
        guard path.utf8.count <= 4_000, path.utf8.allSatisfy({ $0 > 0x20 && $0 < 0x7F && $0 != UInt8(ascii: "\\") })
        else { return false }
        let beforeQuery = path.prefix { $0 != "?" }
        return ["/accounts", "/a/", "/me", ConsentController.path].contains { path.hasPrefix($0) }
            && !beforeQuery.contains("//")
    }
}
