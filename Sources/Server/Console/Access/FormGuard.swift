import Crypto
import Foundation
import HTTPTypes
import Hummingbird

/// Reads what a POST sends, and refuses it when it does not come from a page that this server gave to this browser.
struct FormGuard: RouterMiddleware {
    let publicURL: PublicURL

    static let fieldName = "csrf"
    /// A form of a hundred fields with its options fits many times, and so does the file of a rule book.
    private static let largestBody = 2 << 20
    /// Exports of ad platforms are larger; they are taken at one address, from somebody who has signed in.
    private static let largestFile = 16 << 20

    func handle(
        _ request: Request, context: ConsoleContext, next: (Request, ConsoleContext) async throws -> Response
    ) async throws -> Response {
        guard request.method != .get, request.method != .head else { return try await next(request, context) }
        guard isOwnOrigin(request) else { throw ConsoleRefusal.otherOrigin }
        let form = FormBody(
            try await request.body.collect(upTo: Self.longest(request, context)),
            contentType: request.headers[.contentType])
        guard let token = form[Self.fieldName], Self.equal(token, context.csrfToken) else {
            throw ConsoleRefusal.staleForm
        }
        var context = context
        context.form = form
        return try await next(request, context)
    }

    private static func longest(_ request: Request, _ context: ConsoleContext) -> Int {
        let takesFiles = context.session != nil && request.uri.path.hasSuffix("/reports/costs")
        return takesFiles ? largestFile : largestBody
    }

    /// Browsers say where a form stands; a program that says nothing still needs the token.
    private func isOwnOrigin(_ request: Request) -> Bool {
        guard let origin = request.headers[.origin] else { return true }
        if origin.lowercased() == publicURL.text.lowercased() { return true }
        // The console may be reached under another name than the public one: 127.0.0.1 on the machine itself.
        guard let host = request.head.authority, let end = origin.range(of: "://") else {
            return false
        }
        return origin[end.upperBound...].lowercased() == host.lowercased()
    }

    /// Compares fingerprints, so that the time it takes tells nothing.
    private static func equal(_ left: String, _ right: String) -> Bool {
        SHA256.hash(data: Data(left.utf8)) == SHA256.hash(data: Data(right.utf8)) && !right.isEmpty
    }
}
