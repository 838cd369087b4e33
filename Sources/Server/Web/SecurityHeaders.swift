import HTTPTypes
import Hummingbird

/// What every answer tells the browser; a page that may be framed or fetched from elsewhere says so itself.
struct SecurityHeaders: RouterMiddleware {
    static let contentPolicy = contentPolicy(formsTo: nil)

    /// - Parameter place: where the answer to a form of the page may lead, beside this server.
    static func contentPolicy(formsTo place: String?) -> String {
        "default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self' data:; connect-src 'self'; "
            + "form-action 'self'\(place.map { " \($0)" } ?? ""); base-uri 'none'; frame-ancestors 'none'"
    }

    let isSecure: Bool

    func handle(
        _ request: Request, context: WebContext, next: (Request, WebContext) async throws -> Response
    ) async throws -> Response {
        var response = try await next(request, context)
        add(to: &response.headers)
        return response
    }

    func add(to headers: inout HTTPFields) {
        headers.setIfAbsent(.contentSecurityPolicy, Self.contentPolicy)
        headers.setIfAbsent(.xContentTypeOptions, "nosniff")
        headers.setIfAbsent(.referrerPolicy, "strict-origin-when-cross-origin")
        if isSecure { headers.setIfAbsent(.strictTransportSecurity, "max-age=31536000") }
    }
}

extension HTTPFields {
    fileprivate mutating func setIfAbsent(_ name: HTTPField.Name, _ value: String) {
        if self[name] == nil { self[name] = value }
    }
}
