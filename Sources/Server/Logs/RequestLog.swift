import HTTPTypes
import Hummingbird
import Logging

/// Counts every request, and writes a line for it: method, route, status, time. Never the path or the query: they carry
/// personal data.
///
/// What is asked thousands of times a second, or by a machine every few, has no line at `info` while it succeeds, and a
/// few lines a second when it does not; the metrics count it all.
struct RequestLog: RouterMiddleware {
    let metrics: HTTPMetrics
    let budget: LineBudget

    static let busyRoutes: Set<String> = ["/t/events", "/healthz", "/readyz", "/metrics"]

    func handle(
        _ request: Request, context: WebContext, next: (Request, WebContext) async throws -> Response
    ) async throws -> Response {
        let clock = ContinuousClock()
        let start = clock.now
        let response = try await next(request, context)
        let time = clock.now - start
        // What Hummingbird calls a request that no route matched.
        let route = context.endpointPath == "NotFound" ? nil : context.endpointPath
        note(request.method, route: route, response.status, in: time, context.logger)
        return response
    }

    /// - Parameter route: the pattern that matched; nil for none.
    func note(
        _ method: HTTPRequest.Method, route: String?, _ status: HTTPResponse.Status, in time: Duration, _ logger: Logger
    ) {
        metrics.count(method, route: route, status, in: time)
        write(Line(method: method, route: route, status: status, time: time), logger)
    }

    private struct Line {
        let method: HTTPRequest.Method
        let route: String?
        let status: HTTPResponse.Status
        let time: Duration

        var isBusy: Bool { route.map(RequestLog.busyRoutes.contains) ?? false }

        var level: Logger.Level {
            if status.code >= 500 { return .warning }
            return isBusy && status.code < 400 ? .debug : .info
        }

        var metadata: Logger.Metadata {
            [
                "method": "\(HTTPMetrics.name(of: method))", "route": "\(route ?? "none")",
                "status": "\(status.code)", "ms": "\(Int((time / .milliseconds(1)).rounded()))",
            ]
        }
    }

    private func write(_ line: Line, _ logger: Logger) {
        let level = line.level
        guard logger.logLevel <= level else { return }
        guard line.isBusy, level >= .info else { return logger.log(level: level, "request", metadata: line.metadata) }
        guard let kept = budget.take() else { return }
        var metadata = line.metadata
        if kept > 0 { metadata["unlogged"] = "\(kept)" }
        logger.log(level: level, "request", metadata: metadata)
    }
}
