import CRM
import HummingbirdTesting
import Testing

@testable import Server

@Suite struct ConsoleTaggingTests {
    @Test func `the page shows what is wrong, what it cost and what to do`() async throws {
        let server = try await TestServer()
        try await server.test { client in
            try await Story(server: server, client: client).mistaggedLinksBringVisits()
            let page = try await server.person(client).open("\(server.root)/tagging")
            #expect(page.status == 200)
            for text in [
                "Misspelt parameter", "Capital letters", "Placeholder not filled in", "1 contact unattributed",
                "Write utm_source instead of utm_souce in these links.", "clinic.example/offer",
                "https://clinic.example/offer?utm_source=adwords",
            ] {
                #expect(page.body.replacing(/<\/?strong>/, with: "").contains(text), "\(text)")
            }
            try Golden.check("tagging", page.body)
        }
    }

    @Test func `without a visit, and without a fault, the page says what was looked at`() async throws {
        let server = try await TestServer()
        try await server.test { client in
            let person = try await server.person(client)
            #expect(try await person.open("\(server.root)/tagging").says("No visit yet"))
            try await Story(server: server, client: client).anaComes()
            let page = try await person.open("\(server.root)/tagging")
            #expect(page.says("All is well") && page.says("last 30 days") && !page.says("tagging.csv"))
            #expect(page.says("<strong>1</strong> visit looked at"))
        }
    }

    @Test func `the period is a matter of the address, and the export follows it`() async throws {
        let server = try await TestServer()
        try await server.test { client in
            try await Story(server: server, client: client).mistaggedLinksBringVisits()
            server.advance(by: 20 * .day)
            let person = try await server.person(client)
            #expect(try await person.open("\(server.root)/tagging?days=7").says("No visit yet"))
            let quarter = try await person.open("\(server.root)/tagging?days=90")
            #expect(quarter.says("utm_souce") && quarter.says("tagging.csv?days=90"))
            let csv = try await person.open("\(server.root)/tagging.csv?days=90")
            #expect(csv.headers[.contentType] == "text/csv; charset=utf-8" && csv.says("utm_souce"))
            #expect(csv.headers[.contentDisposition] == "attachment; filename=\"tagging.csv\"")
            for days in ["31", "x", "-7", "99999999999999999999"] {
                #expect(try await person.open("\(server.root)/tagging?days=\(days)").says("utm_souce"))
            }
        }
    }

    @Test func `what a stranger wrote into a link is shown and does nothing`() async throws {
        let server = try await TestServer()
        try await server.test { client in
            let attack = "\"'><script>alert(1)</script>"
            var browser = Browser(trackingID: server.account.trackingID)
            browser.landing = "https://clinic.example/\(attack)?utm_source=AdWords\(attack)&utm_souce=\(attack)"
            _ = try await browser.send(browser.pageView(browser.landing), to: client)
            let page = try await server.person(client).open("\(server.root)/tagging")
            #expect(page.says("&lt;script&gt;") && !page.says("<script>") && !page.says("\"'>"))
            #expect(!page.says("href=\"https://clinic.example"))
        }
    }

    @Test func `everybody who has signed in may look, and nobody else`() async throws {
        let server = try await TestServer()
        try await server.test { client in
            let user = try await server.person(client, role: .user)
            for path in ["/tagging", "/tagging.csv"] {
                #expect(try await user.open(server.root + path).status == 200)
                #expect(try await Person(client).open(server.root + path).status == 303)
            }
        }
    }
}
