import CRM
import Foundation
import HTTPTypes
import Hummingbird
import HummingbirdTesting
import NIOCore

@testable import Server

/// What the script on a website sends, without the browser.
struct Browser: Sendable {
    var trackingID: String
    var visitor = UUID().uuidString.lowercased()
    var session = UUID().uuidString.lowercased()
    var landing = "https://clinic.example/"
    var referrer: String?
    var origin: String? = "https://clinic.example"
    var userAgent =
        "Mozilla/5.0 (Windows NT 10.0; Win64; x64) AppleWebKit/537.36 (KHTML, like Gecko) Chrome/131.0 Safari/537.36"

    func form(
        _ fields: [String: String], page: String = "https://clinic.example/contact", event: String = UUID().uuidString
    ) -> [String: Any] {
        var form: [String: Any] = [
            "trackingId": trackingID, "eventId": event, "type": "form_submission", "visitorId": visitor,
            "sessionId": session, "url": page, "landingUrl": landing, "formId": "contact", "formName": "Contact us",
            "fields": fields,
        ]
        form["landingReferrer"] = referrer
        return form
    }

    func pageView(_ page: String, event: String = UUID().uuidString) -> [String: Any] {
        var view: [String: Any] = [
            "trackingId": trackingID, "eventId": event, "type": "page_view", "visitorId": visitor, "sessionId": session,
            "url": page, "landingUrl": landing,
        ]
        view["landingReferrer"] = referrer
        return view
    }

    func send(_ events: [String: Any]..., to client: any TestClientProtocol) async throws -> Answer {
        try await post(try JSONSerialization.data(withJSONObject: ["events": events]), to: client)
    }

    func post(
        _ body: Data, contentType: String = "text/plain;charset=UTF-8", to client: any TestClientProtocol
    ) async throws -> Answer {
        var headers: HTTPFields = [.contentType: contentType, .userAgent: userAgent]
        headers[.origin] = origin
        let response = try await client.executeRequest(
            uri: "/t/events", method: .post, headers: headers, body: ByteBuffer(bytes: body))
        return Answer(response)
    }

    /// What the server said.
    struct Answer {
        let status: Int
        let dropped: String?
        let headers: HTTPFields
        let statuses: [String]
        let body: String

        init(_ response: TestResponse) {
            status = response.status.code
            headers = response.headers
            dropped = response.headers[.dropped]
            body = String(buffer: response.body)
            let json = try? JSONSerialization.jsonObject(with: Data(body.utf8)) as? [String: Any]
            statuses = (json?["results"] as? [[String: Any]] ?? []).compactMap { $0["status"] as? String }
        }
    }
}
