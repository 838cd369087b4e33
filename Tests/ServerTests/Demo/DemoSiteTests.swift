import CRM
import HTTPTypes
import HummingbirdTesting
import Testing

@testable import Server

@Suite struct DemoSiteTests {
    @Test(arguments: DemoPage.allCases)
    func everyPageCarriesTheTrackerOfTheFirstAccount(page: DemoPage) async throws {
        let server = try await TestServer { $0.servesDemo = true }
        try await server.test { client in
            let response = try await client.get(page.address)
            let html = String(buffer: response.body)
            #expect(response.status == .ok)
            #expect(html.contains("data-tracking-id=\"\(server.account.trackingID)\""))
            #expect(html.contains("<title>"))
            #expect(!html.contains("{{"))
        }
    }

    @Test func theArrivePageHasNoTrackerAndSaysWhatTheRulesWillSay() async throws {
        let server = try await TestServer { $0.servesDemo = true }
        try await server.test { client in
            let html = String(buffer: try await client.get("/demo/arrive").body)
            #expect(!html.contains("external-tracking.js"))
            for label in [
                "Paid Search", "Paid Social", "Organic Search", "Social Media", "Referrals", "Others", "Direct Traffic",
            ] {
                #expect(html.contains(label), "\(label)")
            }
        }
    }

    @Test(arguments: ["/demo", "/demo/arrive", "/demo/contact", "/demo/site.css", "/demo/made"])
    func withoutTheDemoNothingOfItIsServed(path: String) async throws {
        let server = try await TestServer()
        try await server.test { client in
            let response = try await client.get(path)
            #expect(response.status == .notFound)
        }
    }

    @Test(arguments: ["/demo/site.css", "/demo/site.js", "/demo/arrival.js", "/demo/arrive.js", "/demo/art/home.svg"])
    func itsFilesAreServed(path: String) async throws {
        let server = try await TestServer { $0.servesDemo = true }
        try await server.test { client in
            let response = try await client.get(path)
            #expect(response.status == .ok)
        }
    }

    @Test func aFormThatWasSentLeadsToTheContactItMade() async throws {
        let server = try await TestServer { $0.servesDemo = true }
        let event = "0193a5c8-5f00-7000-8000-000000000001"
        let browser = Browser(trackingID: server.account.trackingID)
        try await server.test { client in
            _ = try await browser.send(browser.form(["email": "ann@example.com"], event: event), to: client)
            let contact = try #require(
                try await server.crm.contacts.page(server.account.id, ContactQuery()).contacts.first)
            let response = try await client.get("/demo/made?event=\(event)")
            #expect(response.status == .seeOther)
            #expect(response.headers[.location] == "/a/\(server.account.locationID)/contacts/\(contact.contact.id)")
        }
    }

    @Test func aFormThatNeverCameInIsSaidToBeMissing() async throws {
        let server = try await TestServer { $0.servesDemo = true }
        try await server.test { client in
            let response = try await client.get("/demo/made?event=nonsense")
            #expect(response.status == .ok)
            #expect(String(buffer: response.body).contains("has not come in"))
        }
    }
}

extension TestClientProtocol {
    fileprivate func get(_ path: String) async throws -> TestResponse {
        try await executeRequest(uri: path, method: .get, headers: [:], body: nil)
    }
}
