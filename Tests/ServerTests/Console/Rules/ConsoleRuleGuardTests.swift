import Attribution
import CRM
import HummingbirdTesting
import Testing

@testable import Server

/// Who may do what to the rules, and what hostile names come to.
@Suite struct ConsoleRuleGuardTests {
    private static let changes = [
        "/rules/draft", "/rules/draft/rules/new", "/rules/draft/rules/1", "/rules/draft/discard", "/rules/import",
        "/rules/replays", "/rules/replays/x/publish", "/rules/replays/x/cancel", "/rules/revisions/0/restore",
    ]

    @Test func `a user looks and tests, and changes nothing`() async throws {
        let server = try await TestServer()
        let draft = try await server.saveDraft()
        try await server.test { client in
            let person = try await server.person(client, role: .user)
            for path in ["/rules", "/rules/order", "/rules/export", "/rules/revisions", "/rules/test"] {
                #expect(try await person.open(server.root + path).status == 200, "\(path)")
            }
            #expect(try await !person.open("\(server.root)/rules").says("/rules/draft"))
            for path in Self.changes {
                #expect(try await person.send(server.root + path, [("do", "remove:1")]).status == 403, "\(path)")
            }
            for path in ["/rules/draft", "/rules/draft/rules/1", "/rules/import", "/rules/draft/export"] {
                #expect(try await person.open(server.root + path).status == 403, "\(path)")
            }
            #expect(try await server.crm.rules.draft(server.account.id)?.version == draft.version)
        }
    }

    @Test func `a form without this browser's token does nothing`() async throws {
        let server = try await TestServer()
        let draft = try await server.saveDraft()
        try await server.test { client in
            let person = try await server.person(client)
            for path in Self.changes + ["/rules/test"] {
                let answer = try await person.send(
                    server.root + path, [("do", "remove:1"), ("base", draft.version.rawValue)], token: "guessed")
                #expect(answer.status == 403, "\(path)")
                let foreign = try await person.send(
                    server.root + path, [("do", "remove:1")], origin: "https://evil.example")
                #expect(foreign.status == 403, "\(path)")
            }
            #expect(try await server.crm.rules.draft(server.account.id)?.version == draft.version)
        }
    }

    @Test func `what belongs to another account is not there`() async throws {
        let server = try await TestServer()
        try await server.saveDraft()
        let other = try await server.crm.accounts.create(name: "Other", domains: [], now: server.now)
        _ = try await server.crm.rules.saveDraft(
            other.id, RuleFixtures.hostileBook, replacing: nil, by: "x", now: server.now)
        let replay = try await server.crm.rules.startPreview(other.id, by: "x", now: server.now)
        try await server.test { client in
            let person = try await server.person(client)
            #expect(try await person.open("\(server.root)/rules/replays/\(replay)").status == 404)
            #expect(try await person.send("\(server.root)/rules/replays/\(replay)/cancel").status == 404)
            #expect(try await person.send("\(server.root)/rules/replays/\(replay)/publish").status == 404)
            #expect(try await server.crm.rules.replay(other.id, replay)?.state.isOver == false)
            for path in [
                "/rules/draft/rules/3", "/rules/draft/rules/0", "/rules/draft/rules/x", "/rules/revisions/7",
                "/rules/revisions/-1", "/rules/revisions/9223372036854775807", "/rules/revisions/7/restore",
                "/rules/revisions/7/export",
            ] {
                #expect(try await person.open(server.root + path).status == 404, "\(path)")
            }
            #expect(try await !person.open("\(server.root)/rules/draft").says("img src"))
        }
    }

    @Test func `a hostile name is a text on every page`() async throws {
        let server = try await TestServer()
        let base = try await server.saveDraft(RuleFixtures.hostileBook).version.rawValue
        let hostile = RuleFixtures.hostile
        try await server.test { client in
            let person = try await server.person(client)
            let key = ConsolePath.escaped(hostile)
            let preview = try await person.send("\(server.root)/rules/replays", [("base", base)])
            let pages = [
                try await person.open("\(server.root)/rules/draft"),
                try await person.open("\(server.root)/rules/draft/order"),
                try await person.open("\(server.root)/rules/draft/rules/1"),
                try await person.send(
                    "\(server.root)/rules/draft/rules/1",
                    RuleFixtures.editor(RuleFixtures.hostileBook.ownRules[0], base: base, does: "add")),
                try await person.send(
                    "\(server.root)/rules/test",
                    [
                        ("url", "https://clinic.example/?\(key)=\(key)"),
                        ("referrer", hostile), ("userAgent", hostile), ("book", "draft"),
                    ]),
                try await person.send("\(server.root)/rules/import", [("document", hostile)]),
                try await person.send(
                    "\(server.root)/rules/import",
                    [("document", "{\"version\":1,\"ruleSet\":\"<img src=x>\",\"<img src=x>\":1}")]),
                try await person.follow(preview),
            ]
            for page in pages {
                #expect(page.status == 200 || page.status == 422)
                #expect(!page.says("<img") && !page.says("\"'>"))
            }
            #expect(pages[0].says("&lt;img src=x onerror=alert(1)&gt;"))
        }
    }
}
