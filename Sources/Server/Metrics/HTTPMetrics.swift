import HTTPTypes
import Synchronization
import Telemetry

/// Requests by route, method and class of answer.
///
/// A route is the pattern that `Routes.swift` writes, never the path that somebody sent: what no pattern matches is
/// counted together. So there are as many series as there are routes, and not one of them costs anything before its
/// first request.
final class HTTPMetrics: Sendable {
    private let routes = Mutex<[Route: Answers]>([:])

    private struct Route: Hashable {
        let path: String
        let method: Method
    }

    /// A method that is not listed has no name here: anybody can make one up.
    private enum Method: String {
        case get = "GET"
        case head = "HEAD"
        case post = "POST"
        case put = "PUT"
        case patch = "PATCH"
        case delete = "DELETE"
        case options = "OPTIONS"
        case other

        init(_ method: HTTPRequest.Method) { self = Method(rawValue: method.rawValue) ?? .other }
    }

    private enum StatusClass: String, CaseIterable {
        case informational = "1xx"
        case success = "2xx"
        case redirection = "3xx"
        case clientError = "4xx"
        case serverError = "5xx"

        init(_ status: HTTPResponse.Status) {
            switch status.code / 100 {
            case 1: self = .informational
            case 2: self = .success
            case 3: self = .redirection
            case 4: self = .clientError
            default: self = .serverError
            }
        }
    }

    private struct Answers: Sendable {
        let byStatus = Counters<StatusClass>()
        let time = Histogram.ofLatencies()
    }

    /// The method as far as it is one that everybody knows.
    static func name(of method: HTTPRequest.Method) -> String { Method(method).rawValue }

    /// - Parameter route: the pattern that matched; nil for none.
    func count(_ method: HTTPRequest.Method, route: String?, _ status: HTTPResponse.Status, in time: Duration) {
        let key = Route(path: route ?? "none", method: Method(method))
        let answers = routes.withLock { routes in
            if let known = routes[key] { return known }
            let new = Answers()
            routes[key] = new
            return new
        }
        answers.byStatus[StatusClass(status)].add()
        answers.time.observe(time)
    }

    var requests: [(Labels, Double)] {
        routes.withLock { $0 }.flatMap { route, answers in
            StatusClass.allCases.compactMap { status -> (Labels, Double)? in
                let count = answers.byStatus[status].value
                guard count > 0 else { return nil }
                return (
                    ["route": route.path, "method": route.method.rawValue, "status": status.rawValue], Double(count)
                )
            }
        }
    }

    var times: [(Labels, Histogram)] {
        routes.withLock { $0 }
            .sorted { ($0.key.path, $0.key.method.rawValue) < ($1.key.path, $1.key.method.rawValue) }
            .map { (["route": $0.path, "method": $0.method.rawValue], $1.time) }
    }
}
