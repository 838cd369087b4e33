import Attribution
import CRM
import Foundation
import HummingbirdTesting
import Testing

@testable import Server

/// While rules are being applied, every page and every answer with verdicts says so; then none does.
@Suite struct RulesUnderwayPagesTests {
    private static let book = RuleBook(
        .classic,
        ownRules: [
            OwnRule(name: "Offer", conditions: [OwnCondition(.landingPath, .equals, "/offer")], source: .paidSocial)
        ])

    private func notice(_ server: TestServer) -> String {
        let clock = AccountClock(timeZone: server.account.timeZone, now: server.now)
        return "The rules that came into use on \(clock.moment(server.now).text) are being applied to everything that "
            + "came in before: 0 % done. Until then figures may mix old and new verdicts."
    }

    private func published(
        _ body: @escaping @Sendable (TestServer, ReportStory, any TestClientProtocol) async throws -> Void
    ) async throws {
        let server = try await TestServer()
        try await server.test { client in
            let story = ReportStory(server: server, client: client)
            try await story.everything()
            try await server.saveDraft(Self.book)
            _ = try await server.crm.rules.startPublication(server.account.id, comment: nil, by: "x", now: server.now)
            try await server.runReplays()
            try await body(server, story, client)
        }
    }

    @Test func `the pages of the console and a shared dashboard`() async throws {
        try await published { server, story, client in
            let said = notice(server)
            let person = try await server.person(client)
            _ = try await person.send("\(server.root)/dashboards", [("name", "Monday"), ("template", "overview")])
            let dashboard = try #require(try await server.crm.dashboards.all(server.account.id).first)
            let own = "\(server.root)/dashboards/\(dashboard.id)"
            let share = try await person.send("\(own)/share", [("name", "Owner"), ("days", "7")])
            let shared = try #require(
                share.body.firstMatch(of: /https:\/\/leads\.clinic\.example(\/d\/[A-Za-z0-9]{43})</))
            let reports = "\(server.root)/reports"
            let pages = [
                reports, "\(reports)/google-ads", "\(reports)/facebook-ads", "\(reports)/contacts?figure=contacts",
                "\(reports)/google-ads/contacts?figure=contacts", own, String(shared.1),
            ]
            for path in pages {
                let page = try await person.open(path)
                #expect(page.status == 200 && page.says(said), "\(path)")
            }
            try await story.refresh()
            for path in pages {
                let page = try await person.open(path)
                #expect(page.status == 200 && !page.says("old and new verdicts"), "\(path)")
            }
        }
    }

    @Test func `the answers of the API, until it is null again`() async throws {
        try await published { server, story, client in
            let api = APIClient(client: client, token: try await server.makeToken())
            func answers() async throws -> [APIClient.Answer] {
                var answers: [APIClient.Answer] = []
                let paths = ["attribution", "attribution/matrix", "attribution/timeline", "ads/google", "ads/facebook"]
                for path in paths { answers.append(try await api.get("/reports/\(path)")) }
                answers.append(try await api.post("/reports/query", ["subject": "contacts", "preset": "last7Days"]))
                return answers
            }
            for answer in try await answers() {
                #expect(answer.status == 200 && answer["rulesUnderway.done"] as? Double == 0)
                #expect(answer.text("rulesUnderway.since") == server.now.iso8601)
            }
            try await story.refresh()
            for answer in try await answers() {
                #expect(answer.status == 200 && answer["rulesUnderway"] is NSNull)
            }
        }
    }

    @Test func `thousands of filters are read, and refused or left out with a word`() async throws {
        let server = try await TestServer()
        try await server.test { client in
            let api = APIClient(client: client, token: try await server.makeToken())
            let filters = (0..<5_000).map { "filter=utmSource:is:\($0)" }.joined(separator: "&")
            let answer = try await api.get("/reports/attribution?\(filters)")
            #expect(answer.status == 422)
            let person = try await server.person(client)
            for report in ["reports", "reports/google-ads"] {
                let page = try await person.open("\(server.root)/\(report)?\(filters)")
                #expect(page.status == 200 && page.says("is left out: a filter has at most 1000 values."))
            }
        }
    }
}
