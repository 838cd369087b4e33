import CRM
import Foundation
import Testing

@testable import Server

/// `POST /contacts/upsert`
@Suite struct APIUpsertTests {
    @Test func `the first makes a contact, the second changes it, and both answer with the whole of it`() async throws {
        let server = try await TestServer()
        try await server.api { api in
            let first = try await api.post(
                "/contacts/upsert",
                [
                    "locationId": server.account.locationID, "email": "ann@example.com", "tags": ["a", "b"],
                    "attributionSource": ["sessionSource": "Paid Search"],
                    "lastAttributionSource": ["sessionSource": "Paid Social"],
                ])
            #expect(first.status == 200)
            #expect(first["new"] as? Bool == true)
            #expect(first.text("traceId")?.isEmpty == false)
            #expect(first.text("contact.attributionSource.sessionSource") == "Paid Search")
            #expect(first.text("contact.lastAttributionSource.sessionSource") == "Paid Social")
            let second = try await api.post(
                "/contacts/upsert",
                [
                    "email": "ANN@example.com", "firstName": "Ann", "tags": ["c"],
                    "attributionSource": ["sessionSource": "Referral"],
                ])
            #expect(second["new"] as? Bool == false)
            #expect(second.contactID == first.contactID)
            #expect(second["contact.tags"] as? [String] == ["c"])
            #expect(second.text("contact.attributionSource.sessionSource") == "Paid Search")
        }
    }

    @Test func `a body that makes no sense is refused, and nothing is written`() async throws {
        let server = try await TestServer()
        try await server.api { api in
            let answer = try await api.post("/contacts/upsert", ["email": "ann", "phone": ["1"]])
            #expect(answer.status == 422)
            #expect(answer.problems.count > 0)
            #expect(try await api.post("/contacts/upsert", ["locationId": "elsewhere"]).status == 403)
        }
        #expect(try await server.contacts().isEmpty)
    }

    @Test func `two upserts of one address at the same moment make one contact`() async throws {
        let server = try await TestServer()
        try await server.api { api in
            let news = try await withThrowingTaskGroup(of: Bool?.self) { group in
                for number in 0..<8 {
                    group.addTask {
                        try await api.post(
                            "/contacts/upsert", ["email": "ann@example.com", "city": "City \(number)"])["new"] as? Bool
                    }
                }
                return try await group.reduce(into: []) { $0.append($1) }
            }
            #expect(news.filter { $0 == true }.count == 1)
            #expect(news.filter { $0 == false }.count == 7)
        }
        #expect(try await server.contacts().count == 1)
    }
}
