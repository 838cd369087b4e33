import CRM
import Foundation
import Testing

@testable import Server

/// Accounts, their tags and their custom values.
@Suite struct APILocationsTests {
    /// Runs `body` with a client of the agency.
    private func agency(
        _ server: TestServer, _ body: @escaping @Sendable (APIClient) async throws -> Void
    ) async throws {
        let token = try await server.crm.tokens.create(
            nil, name: "Agency", scopes: Set(Token.Scope.allCases), now: server.now
        ).secret
        try await server.test { try await body(APIClient(client: $0, token: token)) }
    }

    @Test func `a tag that contacts have is listed, renamed and taken away`() async throws {
        let server = try await TestServer()
        let root = "/locations/\(server.account.locationID)/tags"
        try await server.api { api in
            let contact = try await api.post("/contacts/", ["firstName": "Jo", "tags": ["vip"]]).contactID
            let list = try await api.get(root)
            #expect(list.text("tags.0.name") == "vip")
            let id = try #require(list.text("tags.0.id"))
            #expect(try await api.get("\(root)/\(id)").text("tag.name") == "vip")
            #expect(try await api.put("\(root)/\(id)", ["name": "friend"]).text("tag.id") == id)
            #expect(try await api.get("/contacts/\(contact)")["contact.tags"] as? [String] == ["friend"])
            #expect(try await api.post(root, ["name": "friend"]).status == 400)
            #expect(try await api.post(root, ["name": "lead"]).text("tag.name") == "lead")
            #expect(try await api.delete("\(root)/\(id)")["succeded"] as? Bool == true)
            #expect((try await api.get("/contacts/\(contact)")["contact.tags"] as? [String])?.isEmpty == true)
            #expect(try await api.get("\(root)/\(id)").status == 404)
            #expect(try await api.post(root, ["name": " "]).status == 422)
        }
    }

    @Test func `a custom value is made, found, changed and deleted`() async throws {
        let server = try await TestServer()
        let root = "/locations/\(server.account.locationID)/customValues"
        try await server.api { api in
            let made = try await api.post(root, ["name": "Booking page", "value": "https://clinic.example"])
            #expect(made.status == 201)
            #expect(made.text("customValue.fieldKey") == "{{ custom_values.booking_page }}")
            let id = try #require(made.text("customValue.id"))
            #expect(try await api.get(root).text("customValues.0.value") == "https://clinic.example")
            let changed = try await api.put("\(root)/\(id)", ["name": "Book", "value": "x"])
            #expect(changed.text("customValue.value") == "x")
            #expect(changed.text("customValue.fieldKey") == "{{ custom_values.booking_page }}")
            #expect(try await api.get("\(root)/\(id)").text("customValue.name") == "Book")
            #expect(try await api.post(root, ["name": "Booking page", "value": "y"]).status == 400)
            #expect(try await api.delete("\(root)/\(id)").status == 200)
            #expect(try await api.get("\(root)/\(id)").status == 404)
        }
    }

    @Test func `an account says what its business is`() async throws {
        let server = try await TestServer()
        let root = "/locations/\(server.account.locationID)"
        try await server.api { api in
            let before = try await api.get(root)
            #expect(before.text("location.name") == server.account.name && before.isNull("location.city"))
            let changed = try await api.put(
                root,
                [
                    "companyId": "x", "city": "Graz", "timezone": "Europe/Vienna", "email": "Desk@Clinic.example",
                    "settings": ["allowDuplicateContact": true], "country": "AT",
                ])
            #expect(changed.status == 200)
            let after = try await api.get(root)
            #expect(after.text("location.city") == "Graz" && after.text("location.timezone") == "Europe/Vienna")
            #expect(after["location.settings.allowDuplicateContact"] as? Bool == true)
            #expect(after.text("location.name") == server.account.name)
            #expect(try await api.put(root, ["companyId": "x", "timezone": "Mars/Olympus"]).status == 422)
            let zones = try await api.get("\(root)/timezones")
            #expect((zones["timeZones"] as? [String])?.contains("Europe/Vienna") == true)
            #expect(try await api.get("\(root)/templates?originId=x").status == 501)
        }
    }

    @Test func `the agency makes an account, finds it and deletes it`() async throws {
        let server = try await TestServer()
        try await agency(server) { api in
            let made = try await api.post(
                "/locations/",
                [
                    "name": "Second", "companyId": "x", "timezone": "UTC",
                    "prospectInfo": ["firstName": "Al", "lastName": "Berg", "email": "al@second.example"],
                ])
            #expect(made.status == 201 && made.text("firstName") == "Al")
            let id = try #require(made.text("id"))
            let found = try await api.get("/locations/search?email=AL@second.example")
            #expect((found["locations"] as? [Any])?.count == 1 && found.text("locations.0.id") == id)
            #expect((try await api.get("/locations/search?limit=1&order=desc")["locations"] as? [Any])?.count == 1)
            #expect(try await api.get("/locations/\(id)").text("location.name") == "Second")
            let gone = try await api.delete("/locations/\(id)?deleteTwilioAccount=false")
            #expect(gone["success"] as? Bool == true)
            #expect(try await api.get("/locations/\(id)").status != 200)
            #expect((try await api.get("/locations/search")["locations"] as? [Any])?.count == 1)
        }
        #expect(try await server.crm.accounts.all().count == 1)
    }

    @Test func `an account's own token deletes no account, makes none, and finds itself alone`() async throws {
        let server = try await TestServer()
        try await server.api { (api: APIClient) async throws in
            #expect(try await api.delete("/locations/\(server.account.locationID)").status == 403)
            #expect(try await api.post("/locations/", ["name": "Second", "companyId": "x"]).status == 403)
            let found = try await api.get("/locations/search")["locations"] as? [[String: Any]]
            #expect(found?.map { $0["id"] as? String } == [server.account.locationID])
        }
        #expect(try await server.crm.accounts.all().count == 1)
    }
}
