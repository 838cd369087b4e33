import CRM
import Foundation
import Testing

@testable import Server

/// Trigger links, as programs keep them.
@Suite struct APILinksTests {
    @Test func `a link is made, read, changed, listed and deleted`() async throws {
        let server = try await TestServer()
        let location = server.account.locationID
        try await server.api { api in
            let made = try await api.post(
                "/links/", ["locationId": location, "name": "Booking", "redirectTo": "https://clinic.example/book"])
            #expect(made.status == 201)
            let id = try #require(made.text("link.id"))
            #expect(made.text("link.fieldKey") == "{{trigger_link.\(id)}}")
            #expect(made.text("link.locationId") == location)
            let read = try await api.get("/links/id/\(id)?locationId=\(location)")
            #expect(read.text("link.redirectTo") == "https://clinic.example/book")
            let changed = try await api.put(
                "/links/\(id)", ["name": "Now", "redirectTo": "https://clinic.example/now"])
            #expect(changed.status == 200 && changed.text("link.name") == "Now")
            let list = try await api.get("/links/?locationId=\(location)")
            #expect(list.text("links.0.redirectTo") == "https://clinic.example/now")
            let gone = try await api.delete("/links/\(id)")
            #expect(gone["succeded"] as? Bool == true && gone["succeeded"] as? Bool == true)
            #expect(try await api.get("/links/id/\(id)").status == 404)
            #expect(try await api.put("/links/\(id)", ["name": "x", "redirectTo": "https://a.example/"]).status == 404)
            #expect(try await api.delete("/links/\(id)").text("message") == "Link not found")
            #expect((try await api.get("/links/")["links"] as? [Any])?.isEmpty == true)
        }
    }

    @Test(arguments: [
        ("{{contact.website}}", "redirectTo"), ("https://{{contact.city}}.example/", "redirectTo"),
        ("//evil.example", "redirectTo"), ("javascript:alert(1)", "redirectTo"),
        ("https://a:b@evil.example/", "redirectTo"), ("https://clinic.example/\r\nX: y", "redirectTo"),
    ])
    func `a target that could lead elsewhere is refused`(target: String, field: String) async throws {
        let server = try await TestServer()
        try await server.api { api in
            let answer = try await api.post("/links/", ["name": "x", "redirectTo": target])
            #expect(answer.status == 422)
            #expect(answer.problems.allSatisfy { $0.hasPrefix(field) } && !answer.problems.isEmpty)
        }
    }

    @Test func `a link without a name or a target is refused, with both said`() async throws {
        let server = try await TestServer()
        try await server.api { api in
            let answer = try await api.post("/links/", ["name": "", "redirectTo": NSNull()])
            #expect(answer.status == 422)
            #expect(answer.problems.count == 2)
        }
    }

    @Test func `links are searched by a part of their names, page by page`() async throws {
        let server = try await TestServer()
        for number in 1...5 {
            server.advance(by: 1_000)
            _ = try await server.crm.links.create(
                server.account.id, name: number == 3 ? "Offer" : "Booking \(number)",
                target: "https://clinic.example/", by: .command, now: server.now)
        }
        try await server.api { api in
            let found = try await api.get("/links/search?query=BOOK&limit=2&skip=1")
            #expect(found.text("links.0.name") == "Booking 4" && found.text("links.1.name") == "Booking 2")
            #expect((found["links"] as? [Any])?.count == 2)
            #expect((try await api.get("/links/search")["links"] as? [Any])?.count == 5)
            #expect(try await api.get("/links/search?limit=101").status == 422)
            #expect(try await api.get("/links/search?skip=-1").status == 422)
        }
    }

    @Test func `a contact's own address of a link is told, and works`() async throws {
        let server = try await TestServer()
        let ann = try await server.makeContact()
        let link = try await server.crm.links.create(
            server.account.id, name: "Link", target: "https://clinic.example/", by: .command, now: server.now)
        try await server.api { api in
            let answer = try await api.get("/links/\(link.id)/contacts/\(ann)")
            #expect(answer.text("contactId") == ann.rawValue)
            let url = try #require(answer.text("url"))
            #expect(url.hasPrefix("https://leads.clinic.example/l/"))
            let path = url.replacing("https://leads.clinic.example", with: "")
            let opened = try await api.client.executeRequest(uri: path, method: .head, headers: [:], body: nil)
            #expect(opened.headers[.location] == "https://clinic.example/")
            #expect(try await api.get("/links/\(link.id)/contacts/nobody").status == 404)
            #expect(try await api.get("/links/nothing/contacts/\(ann)").status == 404)
        }
    }
}
