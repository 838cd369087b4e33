import Hummingbird
import Logging

/// One line a request: method, route, status, time. Never the path or the query: they carry personal data.
struct RequestLog: RouterMiddleware {
    func handle(
        _ request: Request, context: WebContext, next: (Request, WebContext) async throws -> Response
    ) async throws -> Response {
        let clock = ContinuousClock()
        let start = clock.now
        let response = try await next(request, context)
        let milliseconds = (clock.now - start) / .milliseconds(1)
        context.logger.info(
            "request",
            metadata: [
                "method": "\(request.method)", "route": "\(context.endpointPath ?? "none")",
                "status": "\(response.status.code)", "ms": "\(Int(milliseconds.rounded()))",
            ])
        return response
    }
}
