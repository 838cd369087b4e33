import CRM
import Foundation
import Testing

@testable import Server

/// Attribution that a client brings along from the system it was in before.
@Suite struct APIHistoryTests {
    @Test func `First comes with the creating request, and the rules decide where it names no source`() async throws {
        try await TestServer().api { api in
            let answer = try await api.post(
                "/contacts/",
                [
                    "email": "jo@example.com",
                    "attributionSource": [
                        "url": "https://clinic.example/?gclid=abc", "referrer": "https://www.google.com/",
                        "createdAt": "2024-02-29T10:00:00.000Z",
                    ],
                    "lastAttributionSource": ["sessionSource": "direct TRAFFIC", "createdAt": 1_735_689_600_000],
                ])
            #expect(answer.status == 201)
            #expect(answer.text("contact.attributionSource.sessionSource") == "Paid Search")
            #expect(answer.text("contact.attributionSource.gclid") == "abc")
            #expect(answer.text("contact.attributionSource.createdAt") == "2024-02-29T10:00:00.000Z")
            #expect(answer["contact.attributionWhy.first.imported"] as? Bool == true)
            #expect(answer.text("contact.attributionWhy.first.rule.number") == "2")
            #expect(answer.text("contact.lastAttributionSource.sessionSource") == "Direct traffic")
            #expect(answer.text("contact.lastAttributionSource.createdAt") == "2025-01-01T00:00:00.000Z")
            #expect(answer.isNull("contact.attributionWhy.latest.rule"))
        }
    }

    @Test func `Latest may come with an update, and First stays`() async throws {
        try await TestServer().api { api in
            let id = try await api.post("/contacts/", ["email": "jo@example.com"]).contactID
            let answer = try await api.put(
                "/contacts/\(id)", ["lastAttributionSource": ["sessionSource": "Organic Search", "utmSource": "bing"]])
            #expect(answer.text("contact.lastAttributionSource.sessionSource") == "Organic Search")
            #expect(answer.text("contact.lastAttributionSource.utmSource") == "bing")
            #expect(answer.text("contact.attributionSource.sessionSource") == "Third Party")
        }
    }

    @Test func `an object that says nothing is no history`() async throws {
        try await TestServer().api { api in
            let answer = try await api.post(
                "/contacts/",
                ["email": "jo@example.com", "attributionSource": ["url": "", "gclid": NSNull(), "x": "y"]])
            #expect(answer.text("contact.attributionSource.sessionSource") == "Third Party")
        }
    }

    @Test func `secrets in a URL are dropped`() async throws {
        try await TestServer().api { api in
            let answer = try await api.post(
                "/contacts/", ["attributionSource": ["url": "https://u:p@c.example/?token=s3cret&gclid=a"]])
            #expect(answer.text("contact.attributionSource.url") == "https://c.example/?token=&gclid=a")
        }
    }
}
