import CRM
import Foundation
import Testing

@testable import Server

/// Tags of one contact, and of many.
@Suite struct APITagsTests {
    private func delete(_ api: APIClient, _ path: String, _ body: [String: Any]) async throws -> APIClient.Answer {
        try await api.send(.delete, path, try JSONSerialization.data(withJSONObject: body))
    }

    @Test func `tags are added and removed, and the answer says which`() async throws {
        try await TestServer().api { api in
            let id = try await api.post("/contacts/", ["email": "ann@example.com", "tags": ["a"]]).contactID
            let added = try await api.post("/contacts/\(id)/tags", ["tags": ["a", "b"]])
            #expect(added.status == 201)
            #expect(added["tags"] as? [String] == ["a", "b"])
            #expect(added["tagsAdded"] as? [String] == ["b"])
            let removed = try await delete(api, "/contacts/\(id)/tags", ["tags": ["a", "x"]])
            #expect(removed.status == 200)
            #expect(removed["tags"] as? [String] == ["b"])
            #expect(removed["tagsRemoved"] as? [String] == ["a"])
            #expect(try await api.get("/contacts/\(id)")["contact.tags"] as? [String] == ["b"])
        }
    }

    @Test func `a contact that is not there, and a body without tags`() async throws {
        try await TestServer().api { api in
            let id = try await api.post("/contacts/", ["email": "ann@example.com"]).contactID
            for body in [[:], ["tags": "a"], ["tags": [["a"]]]] as [[String: Any]] {
                #expect(try await api.post("/contacts/\(id)/tags", body).status == 422)
                #expect(try await delete(api, "/contacts/\(id)/tags", body).status == 422)
            }
            #expect(try await api.post("/contacts/nobody/tags", ["tags": ["a"]]).status == 404)
            #expect(try await delete(api, "/contacts/nobody/tags", ["tags": ["a"]]).status == 404)
        }
    }

    @Test func `many contacts are tagged at once, and each gets its answer`() async throws {
        let server = try await TestServer()
        try await server.api { api in
            let ann = try await api.post("/contacts/", ["email": "ann@example.com", "tags": ["a"]]).contactID
            let bob = try await api.post("/contacts/", ["email": "bob@example.com"]).contactID
            let wish: [String: Any] = [
                "contacts": [bob, "nobody", ann], "tags": ["b"], "locationId": server.account.locationID,
            ]
            let added = try await api.post("/contacts/bulk/tags/update/add", wish)
            #expect(added.status == 201)
            #expect(added["errorCount"] as? Int == 1)
            #expect(added["succeded"] as? Bool == false)
            #expect(added.text("responses.0.contactId") == bob)
            #expect(added["responses.0.tagsAdded"] as? [String] == ["b"])
            #expect(added.text("responses.1.type") == "error")
            #expect(added["responses.2.oldTags"] as? [String] == ["a"])
            let removed = try await api.post(
                "/contacts/bulk/tags/update/remove",
                ["contacts": [ann, bob], "tags": [], "removeAllTags": true, "locationId": server.account.locationID])
            #expect(removed["succeeded"] as? Bool == true)
            #expect(removed["responses.0.tagsRemoved"] as? [String] == ["a", "b"])
            #expect(try await api.get("/contacts/\(ann)")["contact.tags"] as? [String] == [])
        }
    }

    @Test func `a bulk change of another kind, of too many, or of nobody is refused`() async throws {
        try await TestServer().api { api in
            let body: [String: Any] = ["contacts": ["x"], "tags": ["a"]]
            let other = try await api.post("/contacts/bulk/tags/update/replace", body)
            #expect(other.status == 422)
            #expect(try await api.post("/contacts/bulk/tags/update/add", ["tags": ["a"]]).status == 422)
            let many: [String: Any] = ["contacts": (0...500).map { "c\($0)" }, "tags": ["a"]]
            #expect(try await api.post("/contacts/bulk/tags/update/add", many).status == 422)
        }
    }
}
