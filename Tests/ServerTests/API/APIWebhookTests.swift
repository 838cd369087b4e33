import CRM
import Foundation
import HummingbirdTesting
import Testing

@testable import Server

/// Webhooks for programs, and the body that they are sent.
@Suite struct APIWebhookTests {
    private static var wish: [String: Any] {
        ["name": "CRM", "url": "https://crm.example/hook", "events": ["ContactCreate", "FormSubmitted"]]
    }

    private func client(_ server: TestServer, _ client: any TestClientProtocol) async throws -> APIClient {
        let made = try await server.crm.tokens.create(
            server.account.id, name: "Webhooks", scopes: [.readWebhooks, .writeWebhooks], now: server.now)
        return APIClient(client: client, token: made.secret)
    }

    @Test func `a webhook is created, listed, changed and deleted; its secret is shown when it is new`() async throws {
        let server = try await TestServer()
        try await server.test { router in
            let api = try await client(server, router)
            let path = "/locations/\(server.account.locationID)/webhooks"
            let made = try await api.post(path, Self.wish)
            #expect(made.status == 201)
            let secret = try #require(made["secret"] as? String)
            #expect(secret.hasPrefix("whsec_") && secret.count == 49)
            let id = try #require(made["webhook.id"] as? String)
            let one = try await api.get("\(path)/\(id)")
            #expect(one["webhook.events"] as? [String] == ["ContactCreate", "FormSubmitted"])
            #expect(one["secret"] == nil)
            #expect(try await api.get(path)["webhooks.0.id"] as? String == id)
            let changed = try await api.put("\(path)/\(id)", ["paused": true, "events": ["*"]])
            #expect(changed["webhook.paused"] as? Bool == true && changed["webhook.name"] as? String == "CRM")
            #expect(changed["webhook.events"] as? [String] == ["*"])
            let renewed = try await api.post("\(path)/\(id)/secret", [:])
            #expect(renewed["secret"] as? String != secret)
            #expect(try await api.delete("\(path)/\(id)").status == 200)
            #expect(try await api.get("\(path)/\(id)").status == 404)
        }
    }

    @Test(arguments: [
        ("url", "ftp://crm.example/"), ("url", "https://user@crm.example/"), ("url", "http://127.0.0.1/"),
        ("url", "http://[::ffff:10.0.0.1]/"), ("name", " "), ("events", "Everything"),
    ])
    func `nonsense is refused by name`(field: String, value: String) async throws {
        let server = try await TestServer()
        try await server.test { router in
            let api = try await client(server, router)
            var wish = Self.wish
            wish[field] = field == "events" ? [value] : value
            let answer = try await api.post("/locations/\(server.account.locationID)/webhooks", wish)
            #expect(answer.status == 422)
            #expect((answer["message.0"] as? String)?.hasPrefix(field) == true)
        }
    }

    @Test func `deliveries are read and repeated`() async throws {
        let server = try await TestServer()
        try await server.test { router in
            let api = try await client(server, router)
            let path = "/locations/\(server.account.locationID)/webhooks"
            let id = try #require(try await api.post(path, Self.wish)["webhook.id"] as? String)
            let event = try #require(try await api.post("\(path)/\(id)/test", [:])["webhookId"] as? String)
            let list = try await api.get("\(path)/\(id)/deliveries?status=pending")
            #expect(list["deliveries.0.id"] as? String == event)
            #expect(list["startAfterId"] is NSNull)
            let one = try await api.get("\(path)/\(id)/deliveries/\(event)")
            #expect(one["delivery.type"] as? String == "WebhookTest" && one["delivery.payload"] is NSNull)
            #expect(try await api.post("\(path)/\(id)/deliveries/\(event)/repeat", [:]).status == 200)
            #expect(try await api.get("\(path)/\(id)/deliveries/nothing").status == 404)
        }
    }

    @Test func `a contact's event has its fields and both attributions at the top`() async throws {
        let server = try await TestServer()
        let account = server.account.id
        _ = try await server.crm.webhooks.create(
            account, WebhookDraft(name: "CRM", url: "https://crm.example/", events: .all), by: .command,
            now: server.now)
        try await server.test { router in
            let browser = Browser(trackingID: server.account.trackingID)
            _ = try await browser.send(browser.form(["email": "ann@example.com"]), to: router)
        }
        let turns = try await server.crm.deliveries.claim(DeliveryRoom(healthy: 9, failing: 9), now: server.now)
        var bodies: [String: [String: Any]] = [:]
        for event in turns.flatMap(\.deliveries) {
            let text = try #require(try await WebhookRenderer(crm: server.crm).render(account, event))
            let body = try #require(try JSONSerialization.jsonObject(with: Data(text.utf8)) as? [String: Any])
            bodies[try #require(body["type"] as? String)] = body
            #expect(body["webhookId"] as? String == event.event.rawValue)
            #expect(body["locationId"] as? String == server.account.locationID)
            #expect(body["id"] as? String == event.object)
        }
        let contact = try #require(bodies["ContactCreate"])
        #expect(contact["email"] as? String == "ann@example.com" && contact["contactType"] as? String == "lead")
        #expect((contact["attributionSource"] as? [String: Any])?["sessionSource"] is String)
        #expect((contact["lastAttributionSource"] as? [String: Any])?["sessionSource"] is String)
        let form = try #require(bodies["FormSubmitted"])
        #expect(form["contactId"] as? String == contact["id"] as? String)
        #expect((form["contact"] as? [String: Any])?["email"] as? String == "ann@example.com")
        #expect((form["attributionSource"] as? [String: Any])?["sessionSource"] is String)
        #expect((form["fields"] as? [[String: Any]])?.first?["value"] as? String == "ann@example.com")
    }
}
