import Attribution
import CRM
import Foundation
import Testing

@testable import Server

/// What a client reads of a contact.
@Suite struct APIReadingTests {
    /// A visitor who clicked a Google ad and filled in a form.
    private func paidLead(_ server: TestServer, _ api: APIClient) async throws -> APIClient.Answer {
        var browser = Browser(trackingID: server.account.trackingID)
        browser.landing = "https://clinic.example/?gclid=g1&utm_source=adwords&utm_campaign=Spring&ad_id=9"
        browser.referrer = "https://www.google.com/"
        _ = try await browser.send(
            browser.form(["email": "Jo@Example.com", "first_name": "Jo", "last_name": "Field"]), to: api.client)
        let id = try #require(try await api.get("/contacts/").text("contacts.0.id"))
        return try await api.get("/contacts/\(id)")
    }

    @Test func `a contact carries First and Latest with every field, null where absent`() async throws {
        let server = try await TestServer()
        try await server.api { api in
            let answer = try await paidLead(server, api)
            #expect(answer.status == 200)
            for name in ["attributionSource", "lastAttributionSource"] {
                let keys = try #require(answer["contact.\(name)"] as? [String: Any]).keys
                #expect(Set(keys) == Set(AttributionField.allCases.map(\.apiName) + ["msclikid"]))
                #expect(answer.text("contact.\(name).sessionSource") == "Paid Search")
                #expect(answer.text("contact.\(name).gclid") == "g1")
                #expect(answer.text("contact.\(name).campaign") == "Spring")
                #expect(answer.text("contact.\(name).utmCampaign") == "Spring")
                #expect(answer.text("contact.\(name).medium") == "External Form")
                #expect(answer.isNull("contact.\(name).msclkid"))
                #expect(answer.isNull("contact.\(name).fbclid"))
            }
        }
    }

    @Test func `a contact carries its reasons, its derived fields and how the visitor first came`() async throws {
        let server = try await TestServer()
        try await server.api { api in
            let answer = try await paidLead(server, api)
            #expect(answer.text("contact.attributionWhy.first.source") == "paid_search")
            #expect(answer.text("contact.attributionWhy.first.rule.number") == "1")
            #expect(answer.text("contact.attributionWhy.first.evidence.0.name") == "utm_source")
            #expect(answer.text("contact.attributionWhy.latest.sentence")?.hasPrefix("Paid Search, because") == true)
            #expect(answer["contact.attributionWhy.latest.carriedOver"] as? Bool == false)
            #expect(answer.isNull("contact.attributionWhy.latest.carriedFromAt"))
            #expect(answer.text("contact.originalTraffic.originalChannel") == "Organic Search")
            #expect(answer.text("contact.originalTraffic.originalSource") == "adwords")
            let custom = try #require(answer["contact.customFields"] as? [[String: Any]])
            let values = Dictionary(
                uniqueKeysWithValues: custom.map { ($0["key"] as? String ?? "", $0["value"] as? String) })
            #expect(values.count == DerivedField.allCases.count)
            #expect(values["contact.first_attribution_session_source"] == "Paid Search")
            #expect(values["contact.utm_campaign"] == "Spring")
            #expect(values["contact.attribution__gclid"] == "g1")
            #expect(custom.allSatisfy { ($0["id"] as? String)?.isEmpty == false })
        }
    }

    @Test func `a contact carries who it is and where it came from`() async throws {
        let server = try await TestServer()
        try await server.api { api in
            let answer = try await paidLead(server, api)
            #expect(answer.text("contact.locationId") == server.account.locationID)
            #expect(answer.text("contact.name") == "Jo Field")
            #expect(answer.text("contact.email") == "Jo@Example.com")
            #expect(answer.text("contact.emailLowerCase") == "jo@example.com")
            #expect(answer.isNull("contact.phone"))
            #expect(answer.text("contact.source") == "Contact us")
            #expect(answer["contact.tags"] as? [String] == ["external form: Contact us"])
            #expect(answer["contact.additionalEmails"] as? [String] == [])
            #expect(answer.text("contact.createdBy.source") == "EXTERNAL_TRACKING")
            #expect(answer.text("contact.visitorId") == answer.text("contact.attributionSource.visitorId"))
            #expect(answer.text("contact.dateAdded") == "2026-11-02T09:00:00.000Z")
        }
    }

    @Test func `an answer reads the same with and without a slash at the end`() async throws {
        try await TestServer().api { api in
            let id = try await api.post("/contacts", ["firstName": "Jo"]).contactID
            #expect(try await api.get("/contacts").text("contacts.0.id") == id)
            #expect(try await api.get("/contacts/\(id)/").contactID == id)
        }
    }

    @Test func `an unknown id is not found`() async throws {
        try await TestServer().api { api in
            for path in ["/contacts/nobody", "/contacts/%00", "/contacts/\(String(repeating: "x", count: 2_000))"] {
                let answer = try await api.get(path)
                #expect(answer.status == 404)
                #expect(answer.text("traceId") != nil)
            }
        }
    }
}
