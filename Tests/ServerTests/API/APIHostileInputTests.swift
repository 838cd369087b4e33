import CRM
import Foundation
import Testing

@testable import Server

/// What is no contact.
@Suite struct APIHostileInputTests {
    @Test(arguments: [
        "", "{", "{\"email\":", "not json", "\u{0}", String(repeating: "[", count: 100_000), "{\"a\":1}x",
    ])
    func `what is not JSON is refused with 400`(body: String) async throws {
        try await TestServer().api { api in
            let answer = try await api.send(.post, "/contacts/", Data(body.utf8))
            #expect(answer.status == 400)
            #expect(answer["statusCode"] as? Int == 400)
            #expect(answer.text("traceId") != nil)
        }
    }

    @Test func `every bad field is named`() async throws {
        try await TestServer().api { api in
            let answer = try await api.post(
                "/contacts/",
                [
                    "email": "no address", "phone": "12", "firstName": ["x"], "tags": ["a": 1],
                    "customFields": [
                        ["key": "none", "value": 1], ["value": 1], "x", ["key": "contact.utm_source", "value": "mine"],
                    ],
                    "attributionSource": ["sessionSource": "Billboard", "gclid": ["x"]],
                    "lastAttributionSource": "direct",
                ])
            #expect(answer.status == 422)
            let problems = answer.problems
            for field in [
                "email", "phone", "firstName", "tags", "customFields.0", "customFields.1", "customFields.2",
                "customFields.3", "attributionSource.sessionSource", "attributionSource.gclid", "lastAttributionSource",
            ] {
                #expect(problems.contains { $0.hasPrefix(field + " ") }, "\(field) in \(problems)")
            }
            #expect(problems.count == 11)
            #expect(try await api.get("/contacts/")["meta.total"] as? Int == 0)
        }
    }

    @Test(arguments: ["[]", "7", "\"text\"", "null"])
    func `JSON that is no object is refused with 422`(body: String) async throws {
        try await TestServer().api { api in
            let answer = try await api.send(.post, "/contacts/", Data(body.utf8))
            #expect(answer.status == 422)
        }
    }

    @Test func `a body over 1 MiB is refused, one of just that size is read`() async throws {
        try await TestServer().api { api in
            let frame = #"{"firstName":""}"#
            let fitting = #"{"firstName":"\#(String(repeating: "x", count: (1 << 20) - frame.utf8.count))"}"#
            #expect(try await api.send(.post, "/contacts/", Data(fitting.utf8)).status == 201)
            let answer = try await api.send(.post, "/contacts/", Data((fitting + " ").utf8))
            #expect(answer.status == 413)
            #expect(answer["statusCode"] as? Int == 413)
        }
    }

    @Test(arguments: [Int64.max, .min, -1])
    func `a time that no calendar has is refused`(time: Int64) async throws {
        try await TestServer().api { api in
            let answer = try await api.post(
                "/contacts/", ["attributionSource": ["sessionSource": "Direct", "createdAt": NSNumber(value: time)]])
            #expect(answer.status == 422)
            let list = try await api.get("/contacts/?startAfter=\(time)")
            #expect(list.status == 200)
        }
    }

    @Test func `texts come back as they were sent`() async throws {
        try await TestServer().api { api in
            let name = "Zoë \"<script>\" \u{202E}\u{1F468}\u{200D}\u{1F469}'; drop table contacts; --"
            let answer = try await api.post("/contacts/", ["firstName": name, "lastName": "a\u{0}b"])
            #expect(answer.text("contact.firstName") == name)
            #expect(answer.text("contact.lastName") == "a\u{FFFD}b")
        }
    }
}
