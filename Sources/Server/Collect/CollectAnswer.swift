import CRM
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

    init(outcomes: [Outcome]) { self.outcomes = outcomes }

    /// For a request of which nothing was taken.
    init(_ refusal: Refusal) { outcomes = [Outcome(eventID: nil, result: .failure(refusal))] }

    /// 202 when any event is stored or was here before, else the first refusal's own.
    var status: HTTPResponse.Status {
        let isAnyTaken = outcomes.contains { if case .success = $0.result { true } else { false } }
        return isAnyTaken ? .accepted : firstRefusal?.status ?? .accepted
    }

    private var firstRefusal: Refusal? {
        outcomes.lazy.compactMap { if case .failure(let refusal) = $0.result { refusal } else { nil } }.first
    }

    func response(to request: Request) -> Response {
        var headers = Self.headers
        add(to: &headers, request)
        return Response(status: status, headers: headers, body: ResponseBody(byteBuffer: body))
    }

    /// What every answer says.
    static let headers: HTTPFields = [.vary: "Origin", .contentType: "application/json", .cacheControl: "no-store"]

    /// Adds what this answer says beside `headers`.
    func add(to headers: inout HTTPFields, _ request: Request) {
        if let origin = request.headers[.origin] { Self.letRead(&headers, origin) }
        if let refusal = firstRefusal {
            headers.append(HTTPField(name: .dropped, value: refusal.reason.rawValue))
            if let seconds = refusal.retryAfter {
                headers.append(HTTPField(name: .retryAfter, value: "\(seconds)"))
            }
        }
        if let cookie { headers.append(HTTPField(name: .setCookie, value: cookie.description)) }
    }

    /// `{"results":[{"eventId":…,"status":…,"reason":…}],"visitorId":…}`; what is not known is left out.
    var body: ByteBuffer {
        var json = ByteBuffer()
        json.reserveCapacity(64 + outcomes.count * 80)
        json.writeString("{\"results\":[")
        for (index, outcome) in outcomes.enumerated() {
            json.writeString(index == 0 ? "{" : ",{")
            if let id = outcome.eventID {
                json.writeString("\"eventId\":")
                json.writeString(WireValue.string(id).json)
                json.writeString(",")
            }
            switch outcome.result {
            case .success(.stored), .success(.held): json.writeString("\"status\":\"stored\"}")
            case .success(.duplicate): json.writeString("\"status\":\"duplicate\"}")
            case .failure(let refusal):
                json.writeString("\"reason\":\"\(refusal.reason.rawValue)\",\"status\":\"dropped\"}")
            }
        }
        json.writeString("]")
        if let visitor { json.writeString(",\"visitorId\":\"\(visitor)\"") }
        json.writeString("}")
        return json
    }

    /// Any website may send and read the answer, with credentials: what it may send is judged by its tracking id and origin.
    static func crossOriginHeaders(for request: Request, preflight: Bool) -> HTTPFields {
        var headers: HTTPFields = [.vary: "Origin"]
        guard let origin = request.headers[.origin] else { return headers }
        if preflight {
            letSend(&headers, origin)
            headers[.accessControlAllowMethods] = "POST, GET, OPTIONS"
            headers[.accessControlAllowHeaders] = "Content-Type"
            headers[.accessControlMaxAge] = "86400"
        } else {
            letRead(&headers, origin)
        }
        return headers
    }

    private static func letSend(_ headers: inout HTTPFields, _ origin: String) {
        headers.append(HTTPField(name: .accessControlAllowOrigin, value: origin))
        headers.append(HTTPField(name: .accessControlAllowCredentials, value: "true"))
    }

    private static func letRead(_ headers: inout HTTPFields, _ origin: String) {
        letSend(&headers, origin)
        headers.append(HTTPField(name: .accessControlExposeHeaders, value: "X-Headwater-Dropped, Retry-After"))
    }
}
