import Attribution
import CRM
import HummingbirdTesting
import Testing

@testable import Server

/// The test box.
@Suite struct ConsoleRuleTestBoxTests {
    @Test func `it says which rule fires and why the earlier ones did not`() async throws {
        let server = try await TestServer()
        try await server.saveDraft()
        try await server.test { client in
            let person = try await server.person(client, role: .user)
            let path = "\(server.root)/rules/test"
            #expect(try await person.open(path).says("Paste the address of a landing page"))
            let visit = [
                ("url", "https://clinic.example/x?utm_source=AdWords"), ("referrer", "https://news.partner.example/a"),
            ]
            let current = try await person.send(path, visit + [("book", "current")])
            #expect(current.status == 200 && current.says("source-referral") && current.says("Rule 7: "))
            #expect(current.says("rules below were not asked."))
            try Golden.check("rules-test", current.body)

            let draft = try await person.send(path, visit + [("book", "draft"), ("part", "answer")])
            #expect(draft.says("source-paid_search") && !draft.says("<html"))
            let offer = [("url", "https://clinic.example/offer/1?utm_source=x"), visit[1]]
            let own = try await person.send(path, offer + [("book", "draft"), ("part", "answer")])
            #expect(own.says("the referrer&#39;s host matches “*.partner.example”"))
            #expect(own.says("– it is “news.partner.example”") && own.says("– it is “/offer/1”"))
        }
    }

    @Test(arguments: ["clinic.example/x", "javascript:alert(1)", "https://", "x", "mailto:a@b.example"])
    func `what is no address of a page is said to be none`(url: String) async throws {
        let server = try await TestServer()
        try await server.test { client in
            let person = try await server.person(client)
            let answer = try await person.send("\(server.root)/rules/test", [("url", url)])
            #expect(answer.status == 422 && answer.says("Paste the whole address of the page"))
            #expect(answer.says("aria-invalid=\"true\""))
        }
    }

    @Test func `a visit never becomes part of an address`() async throws {
        let server = try await TestServer()
        try await server.test { client in
            let person = try await server.person(client)
            let page = try await person.open("\(server.root)/rules/test?url=https://clinic.example/?utm_source=adwords")
            #expect(page.says("Paste the address of a landing page"))
            #expect(page.says("<form class=\"fields\" method=\"post\""))
        }
    }
}
