import CRM
import HummingbirdTesting
import Testing

@testable import Server

/// Trigger links in the console.
@Suite struct ConsoleLinkTests {
    @Test func `a link is added, changed and deleted, and what is wrong is said`() async throws {
        let server = try await TestServer()
        try await server.test { client in
            let person = try await server.person(client)
            let links = "\(server.root)/links"
            let empty = try await person.open(links)
            #expect(empty.says("No links yet"))
            try Golden.check("links-empty", empty.body)
            let refused = try await person.send(links, [("name", "<b>"), ("target", "https://{{contact.city}}/")])
            #expect(refused.status == 422 && refused.says("A merge field cannot stand before the path"))
            #expect(refused.says("value=\"&lt;b&gt;\"") && refused.says("aria-invalid"))
            let added = try await person.send(links, [("name", "Booking"), ("target", "https://clinic.example/book")])
            #expect(added.status == 303)
            let list = try await person.follow(added)
            #expect(list.says("Link added.") && list.says("Booking") && list.says("Not yet"))
            let link = try #require(try await server.crm.links.all(server.account.id).first)
            let edit = try await person.open("\(links)/\(link.id)")
            #expect(edit.says("value=\"https://clinic.example/book\""))
            let saved = try await person.send(
                "\(links)/\(link.id)", [("name", "Now"), ("target", "https://x.example/")])
            #expect(try await person.follow(saved).says("https://x.example/"))
            #expect(try await person.send("\(links)/\(link.id)", [("name", ""), ("target", "x")]).status == 422)
            #expect(try await person.open("\(links)/\(link.id)/delete").says("leads nowhere"))
            let gone = try await person.send("\(links)/\(link.id)/delete")
            #expect(try await person.follow(gone).says("Link deleted."))
            #expect(try await person.open("\(links)/\(link.id)").status == 404)
        }
    }

    @Test func `clicks are counted apart from programs, and stand on the contact's record with its own addresses`()
        async throws
    {
        let server = try await TestServer()
        let ann = try await server.makeContact()
        let path = try await server.path(to: "https://clinic.example/offer?gclid=G1", for: ann)
        try await server.test { client in
            _ = try await client.executeRequest(uri: path, method: .head, headers: [:], body: nil)
            server.advance(by: .minute)
            _ = try await client.executeRequest(
                uri: path, method: .get,
                headers: [.userAgent: Browser(trackingID: "").userAgent], body: nil)
            server.advance(by: .hour)
            let person = try await server.person(client)
            let list = try await person.open("\(server.root)/links")
            #expect(list.says("by 1 contact") && list.says("1 visit of programs, not counted"))
            let record = try await person.open("\(server.root)/contacts/\(ann)")
            #expect(record.says("https://leads.clinic.example\(path)"))
            #expect(record.says("Clicked Link") && record.says("A program opened Link"))
            #expect(record.says("No page of your website was seen afterwards"))
            #expect(record.says("Not counted: asked for the headers alone."))
        }
    }
}
