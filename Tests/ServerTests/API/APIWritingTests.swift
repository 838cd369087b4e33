import CRM
import Foundation
import Testing

@testable import Server

/// What a client writes.
@Suite struct APIWritingTests {
    @Test func `a contact that is created here is Third-Party, and says by which token`() async throws {
        let server = try await TestServer()
        let token = try await server.makeToken(name: "Front desk")
        try await server.test { client in
            let api = APIClient(client: client, token: token)
            let answer = try await api.post("/contacts/", ["email": "jo@example.com", "name": "Jo van Field"])
            #expect(answer.status == 201)
            #expect(answer.text("contact.firstName") == "Jo")
            #expect(answer.text("contact.lastName") == "van Field")
            #expect(answer.text("contact.attributionSource.sessionSource") == "Third Party")
            #expect(answer.text("contact.attributionSource.medium") == "api")
            #expect(answer.text("contact.attributionSource.mediumId") == "Front desk")
            #expect(answer.text("contact.attributionSource.url")?.isEmpty == true)
            #expect(answer.text("contact.source") == "API")
            #expect(answer.text("contact.createdBy.source") == "INTEGRATION")
        }
    }

    @Test func `values of another type are read as what they say`() async throws {
        let server = try await TestServer()
        let field = try await server.crm.fields.create(
            server.account.id, name: "Budget", type: .number, options: [], fillable: true, derivedFrom: nil,
            now: server.now)
        try await server.api { api in
            let answer = try await api.post(
                "/contacts/",
                [
                    "firstName": 7, "lastName": true, "postalCode": 12_345, "phone": 4_915_112_345_678,
                    "tags": ["a", 2],
                    "customFields": [["key": "budget", "fieldValue": 99.5]], "unknown": ["x": 1], "city": NSNull(),
                ])
            #expect(answer.status == 201)
            #expect(answer.text("contact.firstName") == "7")
            #expect(answer.text("contact.lastName") == "true")
            #expect(answer.text("contact.postalCode") == "12345")
            #expect(answer.text("contact.phone") == "4915112345678")
            #expect(answer["contact.tags"] as? [String] == ["2", "a"])
            let custom = try #require(answer["contact.customFields"] as? [[String: Any]])
            #expect(custom.first { $0["id"] as? String == field.id.rawValue }?["value"] as? String == "99.5")
            let list = ["customFields": [["id": field.id.rawValue, "field_value": ["1", "2"]]]]
            let refused = try await api.put("/contacts/\(answer.contactID)", list)
            #expect(refused.status == 422)
        }
    }

    @Test func `an update changes what it names, empties what is null, and no attribution`() async throws {
        try await TestServer().api { api in
            let made = try await api.post(
                "/contacts/", ["firstName": "Jo", "city": "Graz", "email": "jo@example.com", "tags": ["a"]])
            let answer = try await api.put(
                "/contacts/\(made.contactID)",
                [
                    "city": NSNull(), "lastName": "Field", "source": "Fair", "tags": ["b", "c"],
                    "attributionSource": ["sessionSource": "Paid Search"],
                ])
            #expect(answer.status == 200)
            #expect(answer["succeded"] as? Bool == true)
            #expect(answer["succeeded"] as? Bool == true)
            #expect(answer.text("contact.firstName") == "Jo")
            #expect(answer.text("contact.lastName") == "Field")
            #expect(answer.isNull("contact.city"))
            #expect(answer.text("contact.source") == "Fair")
            #expect(answer["contact.tags"] as? [String] == ["b", "c"])
            #expect(answer.text("contact.attributionSource.sessionSource") == "Third Party")
            #expect(answer.text("contact.lastAttributionSource.sessionSource") == "Third Party")
        }
    }

    @Test func `an address or a number that exists is not created again`() async throws {
        try await TestServer().api { api in
            let made = try await api.post(
                "/contacts/", ["name": "Jo Field", "email": "jo@example.com", "phone": "+43 316 123456"])
            for (body, field) in [(["email": "JO@example.com "], "email"), (["phone": "0043316123456"], "phone")] {
                let answer = try await api.post("/contacts/", body)
                #expect(answer.status == 400)
                #expect(answer.text("message") == "This location does not allow duplicated contacts.")
                #expect(answer.text("meta.contactId") == made.contactID)
                #expect(answer.text("meta.contactName") == "Jo Field")
                #expect(answer.text("meta.matchingField") == field)
            }
        }
    }

    @Test func `an update takes no address that is another contact's, and may send its own`() async throws {
        let server = try await TestServer()
        var allowing = DuplicatePolicy()
        allowing.allowsDuplicates = true
        let policy = allowing
        try await server.api { api in
            let ann = try await api.post("/contacts/", ["email": "ann@example.com"])
            let bob = try await api.post("/contacts/", ["email": "bob@example.com", "phone": "+4312345678"])
            let path = "/contacts/\(bob.contactID)"
            let taken = try await api.put(path, ["email": "Ann@example.com"])
            #expect(taken.status == 400 && taken.text("meta.contactId") == ann.contactID)
            let own = try await api.put(path, ["email": "bob@example.com", "phone": "+43 1 2345678", "city": "Graz"])
            #expect(own.status == 200)
            try await server.crm.contacts.setDuplicatePolicy(server.account.id, policy, by: .server, now: 0)
            #expect(try await api.put(path, ["email": "ann@example.com"]).status == 200)
        }
    }

    @Test func `a deleted contact is gone`() async throws {
        try await TestServer().api { api in
            let id = try await api.post("/contacts/", ["firstName": "Jo"]).contactID
            let answer = try await api.delete("/contacts/\(id)")
            #expect(answer.status == 200)
            #expect(answer["succeded"] as? Bool == true)
            #expect(answer["succeeded"] as? Bool == true)
            #expect(try await api.get("/contacts/\(id)").status == 404)
            #expect(try await api.delete("/contacts/\(id)").status == 404)
        }
    }
}
