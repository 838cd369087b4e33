import CRM
import Foundation
import Testing

@testable import Server

/// Lists: newest first, a page at a time.
@Suite struct APIListTests {
    @Test func `a list is newest first and its pages follow each other without a gap`() async throws {
        let server = try await TestServer()
        try await server.api { api in
            var made: [String] = []
            for number in 0..<7 {
                // Three of one millisecond: the id decides their order.
                if number % 3 == 0 { server.advance(by: 5) }
                made.append(try await api.post("/contacts/", ["email": "c\(number)@example.com"]).contactID)
            }
            var path: String? = "/contacts/?limit=3"
            var seen: [String] = []
            var pages = 0
            while let next = path, pages < 5 {
                let page = try await api.get(next)
                let ids = try #require(page["contacts"] as? [[String: Any]]).compactMap { $0["id"] as? String }
                #expect(page["meta.total"] as? Int == 7)
                #expect(page["count"] as? Int == ids.count)
                #expect(page.text("meta.startAfterId") == ids.last)
                seen += ids
                pages += 1
                path = page.text("meta.nextPageUrl").map { String($0.dropFirst("https://leads.clinic.example".count)) }
            }
            #expect(pages == 3)
            #expect(Set(seen) == Set(made))
            #expect(seen.count == made.count)
            #expect(Set(seen.prefix(1)) == Set(made.suffix(1)))
            let after = try await api.get("/contacts/?startAfterId=\(seen[1])&limit=100")
            #expect((after["contacts"] as? [[String: Any]])?.first?["id"] as? String == seen[2])
        }
    }

    @Test func `a list carries both shapes of the attributions`() async throws {
        try await TestServer().api { api in
            _ = try await api.post(
                "/contacts/",
                [
                    "email": "jo@example.com",
                    "attributionSource": ["url": "https://c.example/?msclkid=m1", "msclkid": "m1"],
                    "lastAttributionSource": ["sessionSource": "Social", "utmGclid": "g"],
                ])
            let list = try await api.get("/contacts/")
            #expect(list.text("contacts.0.attributionSource.sessionSource") == "Paid Search")
            #expect(list.text("contacts.0.attributionSource.msclikid") == "m1")
            #expect(list["contacts.0.attributions.0.isFirst"] as? Bool == true)
            #expect(list["contacts.0.attributions.0.isLast"] as? Bool == false)
            #expect(list.text("contacts.0.attributions.0.utmSessionSource") == "Paid Search")
            #expect(list.text("contacts.0.attributions.0.utmMsclkid") == "m1")
            #expect(list.text("contacts.0.attributions.0.url") == "https://c.example/?msclkid=m1")
            #expect(list["contacts.0.attributions.1.isLast"] as? Bool == true)
            #expect(list.text("contacts.0.attributions.1.utmSessionSource") == "Social media")
            #expect(list.text("contacts.0.attributions.1.utmGclid") == "g")
            #expect(list.text("contacts.0.attributions.1.url")?.isEmpty == true)
            #expect(list["contacts.0.attributions.1.gclid"] == nil)
            // Alone, a contact has the two objects only.
            let id = try #require(list.text("contacts.0.id"))
            #expect(try await api.get("/contacts/\(id)")["contact.attributions"] == nil)
        }
    }

    @Test func `a search finds the beginnings of words`() async throws {
        try await TestServer().api { api in
            _ = try await api.post("/contacts/", ["firstName": "Johanna", "email": "j+1@example.com"])
            _ = try await api.post("/contacts/", ["firstName": "Karl"])
            #expect(try await api.get("/contacts/?query=joh")["meta.total"] as? Int == 1)
            #expect(try await api.get("/contacts/?query=joh").text("contacts.0.firstName") == "Johanna")
            #expect(try await api.get("/contacts/?query=%00%25_'")["meta.total"] as? Int == 0)
        }
    }

    @Test(arguments: [
        ("limit=101", "limit must not be greater than 100"), ("limit=0", "limit must not be less than 1"),
        ("limit=ten", "limit must be a whole number"), ("startAfter=soon", "startAfter must be a whole number"),
    ])
    func `a parameter that cannot be is named`(query: String, problem: String) async throws {
        try await TestServer().api { api in
            let answer = try await api.get("/contacts/?\(query)")
            #expect(answer.status == 422)
            #expect(answer.problems == [problem])
            #expect(answer.text("error") == "Unprocessable Entity")
        }
    }
}
