import HTTPTypes
import Hummingbird
import Logging

/// The one place where an unexpected error ends: it is logged with the request's id, and the caller sees that id, nothing else.
struct Failures: RouterMiddleware {
    /// How a failure is shown to whoever calls: a page, or JSON.
    let show: @Sendable (_ status: HTTPResponse.Status, _ requestID: String, Request) -> Response

    func handle(
        _ request: Request, context: WebContext, next: (Request, WebContext) async throws -> Response
    ) async throws -> Response {
        do {
            return try await next(request, context)
        } catch let error as any HTTPResponseError {
            return show(error.status, context.id, request)
        } catch let error as CancellationError {
            throw error
        } catch {
            // The type and not the text: a database error may quote what a visitor sent.
            context.logger.error(
                "request failed",
                metadata: ["error": "\(type(of: error))", "route": "\(context.endpointPath ?? "none")"])
            return show(.internalServerError, context.id, request)
        }
    }
}
