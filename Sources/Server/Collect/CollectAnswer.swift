import CRM
import Foundation
import HTTPTypes
import Hummingbird
import NIOCore

/// What a browser hears: one result an event, and the reason of the first refusal where its debug mode can read it.
struct CollectAnswer {
    struct Outcome {
        let eventID: String?
        let result: Result<CaptureAnswer, Refusal>
    }

    let outcomes: [Outcome]
    var visitor: VisitorID?
    var cookie: Cookie?

    /// 202 when any event is stored or was here before, else the first refusal's own.
    private var status: HTTPResponse.Status {
        let isAnyTaken = outcomes.contains { if case .success = $0.result { true } else { false } }
        return isAnyTaken ? .accepted : firstRefusal?.status ?? .accepted
    }

    private var firstRefusal: Refusal? {
        outcomes.lazy.compactMap { if case .failure(let refusal) = $0.result { refusal } else { nil } }.first
    }

    func response(to request: Request) -> Response {
        var headers = Self.crossOriginHeaders(for: request, preflight: false)
        headers[.contentType] = "application/json"
        headers[.cacheControl] = "no-store"
        if let refusal = firstRefusal {
            headers[.dropped] = refusal.reason.rawValue
            if let seconds = refusal.retryAfter { headers[.retryAfter] = "\(seconds)" }
        }
        let wire = Wire(
            results: outcomes.map { outcome in
                switch outcome.result {
                case .success(.stored): Wire.Line(eventId: outcome.eventID, status: "stored", reason: nil)
                case .success(.duplicate): Wire.Line(eventId: outcome.eventID, status: "duplicate", reason: nil)
                case .failure(let refusal):
                    Wire.Line(eventId: outcome.eventID, status: "dropped", reason: refusal.reason.rawValue)
                }
            }, visitorId: visitor?.description)
        let body = (try? JSONEncoder().encode(wire)) ?? Data("{\"results\":[]}".utf8)
        var response = Response(
            status: status, headers: headers, body: ResponseBody(byteBuffer: ByteBuffer(bytes: body)))
        if let cookie { response.setCookie(cookie) }
        return response
    }

    private struct Wire: Encodable {
        struct Line: Encodable {
            let eventId: String?
            let status: String
            let reason: String?
        }

        let results: [Line]
        let visitorId: String?
    }

    /// Any website may send and read the answer, with credentials: what it may send is judged by its tracking id and origin.
    static func crossOriginHeaders(for request: Request, preflight: Bool) -> HTTPFields {
        var headers: HTTPFields = [.vary: "Origin"]
        guard let origin = request.headers[.origin] else { return headers }
        headers[.accessControlAllowOrigin] = origin
        headers[.accessControlAllowCredentials] = "true"
        if preflight {
            headers[.accessControlAllowMethods] = "POST, GET, OPTIONS"
            headers[.accessControlAllowHeaders] = "Content-Type"
            headers[.accessControlMaxAge] = "86400"
        } else {
            headers[.accessControlExposeHeaders] = "X-Headwater-Dropped, Retry-After"
        }
        return headers
    }
}
