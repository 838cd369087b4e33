import Assets
import CRM
import HTTPTypes
import Hummingbird
import HummingbirdTesting
import NIOCore
import Testing

@testable import Server

/// Dashboards for people without a sign-in.
@Suite struct SharedDashboardTests {
    /// A dashboard of the story, the address that somebody was given, and a browser that has signed in nowhere.
    private func shared(
        _ body: @escaping @Sendable (TestServer, Person, String, Person) async throws -> Void
    ) async throws {
        let server = try await TestServer()
        let token = try await server.makeToken()
        try await server.test { client in
            let story = ReportStory(server: server, client: client)
            try await story.everything()
            try await story.sale(APIClient(client: client, token: token))
            let person = try await server.person(client)
            _ = try await person.send("\(server.root)/dashboards", [("name", "Monday"), ("template", "overview")])
            let dashboard = try #require(try await server.crm.dashboards.all(server.account.id).first)
            let page = try await person.send(
                "\(server.root)/dashboards/\(dashboard.id)/share", [("name", "Owner"), ("days", "7")])
            let url = try #require(page.body.firstMatch(of: /https:\/\/leads\.clinic\.example(\/d\/[A-Za-z0-9]{43})</))
            try await body(server, person, String(url.1), Person(client))
        }
    }

    @Test func `whoever has the address sees the figures, and nothing that leads on or names anybody`() async throws {
        try await shared { server, _, path, stranger in
            let page = try await stranger.open(path)
            #expect(page.status == 200 && page.says("Monday") && page.says("$1,500.50") && page.says("Lead source"))
            #expect(page.headers[.referrerPolicy] == "no-referrer" && page.headers[.cacheControl] == "no-store")
            #expect(page.headers[HTTPField.Name.known("X-Robots-Tag")] == "noindex, nofollow")
            #expect(page.says("<meta name=\"referrer\" content=\"no-referrer\">"))
            for text in ["/a/", "example.com", "=P0", "csrf", "sign-out", "<nav", "onerror=alert(1)>"] {
                #expect(!page.says(text), "\(text)")
            }
            try Golden.check("dashboard-shared", Self.steady(page.body))
        }
    }

    /// Without what chance made.
    private static func steady(_ page: String) -> String {
        page.replacing(/\/d\/[A-Za-z0-9]{43}/, with: "/d/SECRET")
    }

    @Test func `the files of its widgets come under the same address`() async throws {
        try await shared { server, _, path, stranger in
            let page = try await stranger.open(path)
            let csv = try #require(page.body.firstMatch(of: /href="([^"]*table\.csv)"/))
            let file = try await stranger.open(String(csv.1))
            #expect(file.status == 200 && file.headers[.referrerPolicy] == "no-referrer")
            let svg = try #require(page.body.firstMatch(of: /href="([^"]*chart\.svg)"/))
            #expect(try await stranger.open(String(svg.1)).status == 200)
            #expect(try await stranger.open("\(path)/widgets/x/table.csv").status == 404)
            let days = try await stranger.open("\(path)?period=days&from=2026-11-01&to=2026-11-02")
            #expect(days.says("1 Nov – 2 Nov 2026"))
        }
    }

    @Test func `an address that expired, was revoked or never was is the same nothing`() async throws {
        try await shared { server, person, path, stranger in
            let dashboard = try #require(try await server.crm.dashboards.all(server.account.id).first)
            let share = "\(server.root)/dashboards/\(dashboard.id)/share"
            let before = try await person.open(share)
            #expect(!before.says(path))
            let nothing = try await stranger.open("/d/" + String(repeating: "x", count: 43))
            #expect(nothing.status == 404 && nothing.says("This link has expired, or it was never valid."))
            #expect(!nothing.says("Go to the console") && !nothing.says("Sign in"))
            #expect(nothing.headers[.referrerPolicy] == "no-referrer" && nothing.headers[.cacheControl] == "no-store")
            #expect(nothing.headers[HTTPField.Name.known("X-Robots-Tag")] == "noindex, nofollow")
            #expect(nothing.says("<meta name=\"referrer\" content=\"no-referrer\">"))
            #expect(try await stranger.open("/d/x").body == nothing.body)
            // Nothing answers there at all, and still its address is nobody's business.
            let beside = try await stranger.open("/d/x/y")
            #expect(beside.status == 404 && beside.headers[.referrerPolicy] == "no-referrer")
            #expect(beside.headers[.cacheControl] == "no-store" && !beside.says("Go to the console"))
            server.advance(by: 7 * .day - 1)
            #expect(try await stranger.open(path).status == 200)
            server.advance(by: 1)
            let expired = try await stranger.open(path)
            #expect(expired.status == 404 && expired.body == nothing.body)
            #expect(try await person.open(share).says("Expired"))
            let again = try await person.send(share, [("name", "Again"), ("days", "30")])
            let url = try #require(again.body.firstMatch(of: /(\/d\/[A-Za-z0-9]{43})</))
            #expect(try await stranger.open(String(url.1)).status == 200)
            for link in try await server.crm.dashboards.links(server.account.id, dashboard.id) {
                _ = try await person.send("\(share)/\(link.id)/revoke")
            }
            #expect(try await stranger.open(String(url.1)).body == nothing.body)
            #expect(try await person.open("\(server.root)/settings/audit").says("Dashboard link revoked"))
        }
    }

    @Test(arguments: [HTTPResponse.Status.internalServerError, .serviceUnavailable])
    func `a failure of ours keeps the address as every other answer does`(_ status: HTTPResponse.Status) async throws {
        let templates = try Templates.embedded.get()
        func shown(_ path: String, _ accepted: String) -> Response {
            let head = HTTPRequest(
                method: .get, scheme: "https", authority: "leads.clinic.example", path: path,
                headerFields: [.accept: accepted])
            let request = Request(head: head, body: RequestBody(buffer: ByteBuffer()))
            return ErrorAnswers.show(status, requestID: "R1", to: request, templates)
        }
        for accepted in ["text/html", "application/json"] {
            let answer = shown("/d/secret", accepted)
            #expect(answer.status == status && answer.headers[.referrerPolicy] == "no-referrer")
            #expect(answer.headers[.cacheControl] == "no-store")
            #expect(answer.headers[HTTPField.Name.known("X-Robots-Tag")] == "noindex, nofollow")
            #expect(shown("/a/x", accepted).headers[.referrerPolicy] == nil)
        }
    }

    @Test(arguments: [FieldType.text, .number, .money])
    func `a field that people write by hand is shown to the people of the account alone`(
        _ type: FieldType
    ) async throws {
        try await shared { server, person, _, stranger in
            let field = try await server.crm.fields.create(
                server.account.id, name: "Spouse", type: type, options: [], fillable: true, derivedFrom: nil,
                now: server.now)
            var draft = DashboardDraft(name: "Fields")
            var widget = WidgetDocument(title: "Spouses", kind: "table", subjects: ["contacts"], metrics: ["count"])
            widget.groups = ["customField.\(field.id)"]
            try draft.add(widget, id: server.crm.ids.identifier(at: server.now))
            let dashboard = try await server.crm.dashboards.create(
                server.account.id, draft, by: .command, now: server.now)
            let (_, secret) = try await server.crm.dashboards.share(
                server.account.id, dashboard.id, name: "", days: 1, by: .command, now: server.now)
            #expect(try await stranger.open("/d/\(secret)").says("the field may hold personal data"))
            let own = try await person.open("\(server.root)/dashboards/\(dashboard.id)")
            #expect(!own.says("may hold personal data"))
            let id = try #require(dashboard.widgets.first).id
            #expect(try await stranger.open("/d/\(secret)/widgets/\(id)/table.csv").status == 404)
        }
    }
}
