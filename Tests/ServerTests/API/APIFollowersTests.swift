import CRM
import Foundation
import Testing

@testable import Server

/// Who follows a contact, for programs.
@Suite struct APIFollowersTests {
    @Test func `followers are added and removed, and the contact shows them`() async throws {
        let server = try await TestServer()
        let kim = try await server.makeUser()
        try await server.api { api in
            let contact = try await api.post("/contacts/", ["email": "ann@example.com"]).contactID
            let path = "/contacts/\(contact)/followers"
            let added = try await api.post(path, ["followers": [kim, kim]])
            #expect(added.status == 201)
            #expect(added["followers"] as? [String] == [kim])
            #expect(added["followersAdded"] as? [String] == [kim])
            #expect(try await api.get("/contacts/\(contact)")["contact.followers"] as? [String] == [kim])
            let body = try JSONSerialization.data(withJSONObject: ["followers": [kim, "nobody"]])
            let removed = try await api.send(.delete, path, body)
            #expect(removed.status == 200)
            #expect(removed["followers"] as? [String] == [])
            #expect(removed["followersRemoved"] as? [String] == [kim])
        }
    }

    @Test func `strangers do not follow, and nobody follows who is not there`() async throws {
        let server = try await TestServer()
        let kim = try await server.makeUser()
        try await server.api { api in
            let contact = try await api.post("/contacts/", ["email": "ann@example.com"]).contactID
            let answer = try await api.post("/contacts/\(contact)/followers", ["followers": ["nobody"]])
            #expect(answer.status == 422)
            #expect(answer.problems.first?.hasPrefix("followers") == true)
            #expect(try await api.post("/contacts/\(contact)/followers", [:]).status == 422)
            #expect(try await api.post("/contacts/nobody/followers", ["followers": [kim]]).status == 404)
            let body = try JSONSerialization.data(withJSONObject: ["followers": [kim]])
            #expect(try await api.send(.delete, "/contacts/nobody/followers", body).status == 404)
        }
    }
}
