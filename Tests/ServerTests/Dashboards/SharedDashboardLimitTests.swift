import CRM
import HTTPTypes
import HummingbirdTesting
import Testing

@testable import Server

/// Addresses of shared dashboards, made by programs and tried out by strangers.
@Suite struct SharedDashboardLimitTests {
    private func dashboard(_ api: APIClient) async throws -> String {
        let made = try await api.post("/reports/dashboards", ["name": "Monday", "template": "overview"])
        return "/reports/dashboards/" + (try #require(made.text("dashboard.id"))) + "/links"
    }

    @Test func `a program makes a link, lists it and revokes it`() async throws {
        let server = try await TestServer()
        let token = try await server.makeToken()
        try await server.test { client in
            let api = APIClient(client: client, token: token)
            let path = try await dashboard(api)
            let made = try await api.post(path, ["name": "Owner", "days": 7])
            #expect(made.status == 201 && made.text("link.name") == "Owner" && made["link.isGood"] as? Bool == true)
            let url = try #require(made.text("url"))
            let secret = try #require(url.firstMatch(of: /^https:\/\/leads\.clinic\.example(\/d\/[A-Za-z0-9]{43})$/)?.1)
            #expect(try await Person(client).open(String(secret)).status == 200)
            let list = try await api.get(path)
            #expect(list.text("links.0.id") == made.text("link.id") && list["links.1"] == nil)
            #expect(list["links.0.url"] == nil)
            let id = try #require(made.text("link.id"))
            #expect(try await api.delete("\(path)/\(id)").status == 200)
            #expect(try await Person(client).open(String(secret)).status == 404)
            #expect(try await api.delete("\(path)/\(id)").status == 404)
            #expect(try await api.get(path)["links.0"] == nil)
            let entries = try await server.crm.audit.entries(AuditQuery(account: server.account.id))
            #expect(entries.map(\.action).contains(.dashboardShared))
            #expect(entries.map(\.action).contains(.dashboardLinkRevoked))
        }
    }

    @Test func `a link without a good lifetime, or of no dashboard, is refused`() async throws {
        let server = try await TestServer()
        try await server.api { api in
            let path = try await dashboard(api)
            for days in [0, 367] as [Any] {
                #expect(try await api.post(path, ["days": days]).status == 422)
            }
            #expect(try await api.post(path, ["name": "x"]).status == 422)
            #expect(try await api.post("/reports/dashboards/none/links", ["days": 1]).status == 404)
            #expect(try await api.get("/reports/dashboards/none/links").status == 404)
            server.advance(by: .day)
            #expect(try await api.post(path, ["days": 1]).status == 201)
            server.advance(by: .day)
            #expect(try await api.get(path)["links.0.isGood"] as? Bool == false)
        }
    }

    @Test func `a token that may only read makes no link`() async throws {
        let server = try await TestServer()
        let reader = try await server.makeToken([.readReports])
        let writer = try await server.makeToken()
        try await server.test { client in
            let path = try await dashboard(APIClient(client: client, token: writer))
            let api = APIClient(client: client, token: reader)
            #expect(try await api.get(path).status == 200)
            #expect(try await api.post(path, ["days": 1]).status == 403)
        }
    }

    @Test func `whoever tries addresses out has few tries, and is told how long to wait`() async throws {
        let server = try await TestServer { $0.limitsRates = true }
        let token = try await server.makeToken()
        try await server.test { client in
            let api = APIClient(client: client, token: token)
            let made = try await api.post(try await dashboard(api), ["days": 7])
            let good = try #require(made.text("url")?.firstMatch(of: /\/d\/.*$/)?.0)
            let stranger = Person(client)
            for number in 0..<10 {
                let wrong = try await stranger.open("/d/" + String(repeating: "\(number)", count: 43))
                #expect(wrong.status == 404, "\(number)")
            }
            let refused = try await stranger.open("/d/x")
            #expect(refused.status == 429 && refused.headers[.retryAfter] == "60")
            #expect(refused.headers[.referrerPolicy] == "no-referrer")
            #expect(try await stranger.open(String(good)).status == 429)
            server.advance(by: .minute)
            for _ in 0..<240 { #expect(try await stranger.open(String(good)).status == 200) }
            #expect(try await stranger.open(String(good)).status == 429)
        }
    }
}
