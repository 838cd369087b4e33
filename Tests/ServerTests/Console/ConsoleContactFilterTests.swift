import Attribution
import CRM
import Testing

@testable import Server

/// The list of contacts is narrowed down by attribution, dates and tags, and the export takes the same filters.
@Suite struct ConsoleContactFilterTests {
    private func fill(_ server: TestServer) async throws {
        for (name, campaign, tag) in [
            ("Ann", "Spring Sale", "vip"), ("Bob", "Autumn", "vip"), ("Cid", "Spring", "new"),
        ] {
            var edit = ContactEdit()
            edit.properties = [.firstName: name]
            edit.tags = [tag]
            let attribution = ImportedAttribution(source: .referral, values: [.utmCampaign: campaign], createdAt: nil)
            _ = try await server.crm.contacts.create(
                server.account.id, edit, by: .token(name: "t"),
                history: ImportedHistory(first: nil, latest: attribution), now: server.now)
            server.advance(by: .day)
        }
    }

    @Test(
        arguments: [
            ("campaign=spring", ["Cid"]), ("campaign=spring*", ["Cid", "Ann"]), ("campaign=autumn&of=first", ["Bob"]),
            ("campaign=spring*&tag=vip", ["Ann"]), ("tag=vip", ["Bob", "Ann"]), ("source=api", ["Cid", "Bob", "Ann"]),
            ("from=2999-01-01", []), ("from=1999-01-01&to=2998-12-31", ["Cid", "Bob", "Ann"]), ("differs=1", []),
            ("from=nonsense&medium=&of=neither", ["Cid", "Bob", "Ann"]),
        ] as [(String, [String])])
    func `the list and its export show the same contacts`(filter: String, names: [String]) async throws {
        let server = try await TestServer()
        try await fill(server)
        try await server.test { client in
            let person = try await server.person(client)
            let page = try await person.open("\(server.root)/contacts?\(filter)").body
            let lines = try await person.open("\(server.root)/contacts.csv?\(filter)").body.split(separator: "\r\n")
            for name in ["Ann", "Bob", "Cid"] {
                #expect(page.contains(">\(name)</a>") == names.contains(name), "\(name)")
            }
            #expect(lines.count == names.count + 1)
            for (line, name) in zip(lines.dropFirst(), names) { #expect(line.contains(",\(name),")) }
        }
    }

    @Test func `each filter is named and can be taken off`() async throws {
        let server = try await TestServer()
        try await fill(server)
        try await server.test { client in
            let page = try await server.person(client).open(
                "\(server.root)/contacts?campaign=%3Cb%3E&tag=vip&from=2026-11-01&differs=1")
            #expect(page.says("Latest Campaign: &lt;b&gt;"))
            #expect(page.says("Tag: vip"))
            #expect(page.says("Added from 1 Nov 2026"))
            #expect(page.says("today&#39;s rules say otherwise") || page.says("today's rules say otherwise"))
            #expect(page.says("<details class=\"fold bare more\" open>"))
        }
    }
}
