import Database
import HTTPTypes
import Hummingbird
import Logging
import NIOCore
import NIOHTTP1

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
        } catch is HTTPParserError, is IOError {
            // The sender left in the middle of its body, or made it unreadable: nobody's fault in here.
            return show(.badRequest, context.id, request)
        } catch {
            // The type and not the text: a database error may quote what a visitor sent.
            let fault = DatabaseFault(error)
            context.logger.error(
                "request failed",
                metadata: [
                    "error": "\(type(of: error))", "fault": "\(fault.rawValue)",
                    "route": "\(context.endpointPath ?? "none")",
                ])
            guard fault.isTransient else { return show(.internalServerError, context.id, request) }
            // The database is away or overrun: whoever asks again in a while is served.
            var answer = show(.serviceUnavailable, context.id, request)
            answer.headers[.retryAfter] = "5"
            return answer
        }
    }
}
