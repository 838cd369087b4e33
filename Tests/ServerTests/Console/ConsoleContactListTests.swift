import Attribution
import CRM
import HummingbirdTesting
import Testing

@testable import Server

/// What the list of contacts says of a source that an own rule has named more finely.
@Suite struct ConsoleContactListTests {
    /// Publishes the rules; then a listener of a podcast leaves a form.
    private func listenerComes(
        _ server: TestServer, _ client: any TestClientProtocol, under rule: OwnRule
    ) async throws {
        try await server.saveDraft(RuleBook(.classic, ownRules: [rule]))
        _ = try await server.crm.rules.startPublication(
            server.account.id, comment: nil, by: "ada@clinic.example", now: server.now)
        try await server.runReplays()
        server.advance(by: .hour)
        var listener = Browser(trackingID: server.account.trackingID)
        listener.landing = "https://clinic.example/?utm_source=podcast"
        _ = try await listener.send(listener.form(["email": "lee@example.com"]), to: client)
    }

    @Test func `the finer label stands beside the source, First and Latest, and in the export`() async throws {
        let server = try await TestServer()
        try await server.test { client in
            try await Story(server: server, client: client).benComes()
            try await listenerComes(server, client, under: RuleFixtures.podcast)
            let person = try await server.person(client)
            let page = try await person.open("\(server.root)/contacts")
            let chip = "<span class=\"chip\"><span class=\"truncate\" title=\"Podcasts\">Podcasts</span></span>"
            let badge = "<span class=\"badge source-referral\">\(Source.referral.label)</span>"
            for position in ["First", "Latest"] {
                let cell = "<td data-label=\"\(position): Source\" class=\"\"><span class=\"chips\">"
                #expect(page.says("\(cell)\(badge)\(chip)</span></td>"))
                #expect(page.says("\(cell)<span class=\"badge source-direct\">Direct Traffic</span></span></td>"))
            }
            let csv = try await person.open("\(server.root)/contacts.csv")
            #expect(csv.says("First: Source,First: Sub-label,First: Why"))
            #expect(csv.says("Latest: Source,Latest: Sub-label,Latest: Why"))
            #expect(csv.body.ranges(of: ",Podcasts,").count == 2)
        }
    }

    @Test func `a finer label is text, whatever it says`() async throws {
        let server = try await TestServer()
        try await server.test { client in
            let attack = OwnRule(
                name: "Podcast", conditions: [OwnCondition(.parameter("utm_source"), .equals, "podcast")],
                source: .referral, subLabel: RuleFixtures.hostile)
            try await listenerComes(server, client, under: attack)
            let page = try await server.person(client).open("\(server.root)/contacts")
            #expect(page.says("&lt;img src=x") && !page.says("<img src=x"))
        }
    }
}
