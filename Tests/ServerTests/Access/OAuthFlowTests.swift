import CRM
import Crypto
import Foundation
import HTTPTypes
import Hummingbird
import HummingbirdTesting
import NIOCore
import Testing

@testable import Server

/// An app on its way from the consent page to an answer of the API.
@Suite struct OAuthFlowTests {
    private static let callback = "https://app.example/back?from=headwater"
    private static let verifier = String(repeating: "v", count: 64)
    private static let challenge = Data(SHA256.hash(data: Data(verifier.utf8))).base64EncodedString()
        .replacing("+", with: "-").replacing("/", with: "_").replacing("=", with: "")

    private func app(_ server: TestServer, isConfidential: Bool = true) async throws -> (app: OAuthApp, secret: String?)
    {
        try await server.crm.apps.create(
            AppWish(
                name: "Connector", redirectURIs: [Self.callback], scopes: [.readContacts, .readApps, .writeApps]),
            isConfidential: isConfidential, by: .command, now: server.now)
    }

    private func query(_ app: OAuthApp, _ changes: [(String, String?)] = []) -> String {
        var items: [(String, String?)] = [
            ("response_type", "code"), ("client_id", app.id.rawValue), ("redirect_uri", Self.callback),
            ("scope", "contacts.readonly oauth.write calendars.readonly"), ("state", "s&1"),
            ("code_challenge", Self.challenge), ("code_challenge_method", "S256"),
        ]
        for (name, value) in changes { items = items.map { $0.0 == name ? (name, value) : $0 } }
        return items.compactMap { name, value in value.map { "\(name)=\(ConsolePath.escaped($0))" } }
            .joined(separator: "&")
    }

    private func post(
        _ client: any TestClientProtocol, _ path: String, _ fields: [(String, String)], basic: String? = nil,
        bearer: String? = nil
    ) async throws -> (status: Int, json: [String: Any], headers: HTTPFields) {
        var headers: HTTPFields = [.contentType: "application/x-www-form-urlencoded"]
        headers[.authorization] =
            basic.map { "Basic " + Data($0.utf8).base64EncodedString() } ?? bearer.map { "Bearer \($0)" }
        let body = fields.map { "\($0)=\(ConsolePath.escaped($1))" }.joined(separator: "&")
        let response = try await client.executeRequest(
            uri: path, method: .post, headers: headers, body: ByteBuffer(string: body))
        let json = try? JSONSerialization.jsonObject(with: Data(response.body.readableBytesView))
        return (response.status.code, json as? [String: Any] ?? [:], response.headers)
    }

    /// What stands in the address that a browser is sent to.
    private func reply(_ answer: Person.Answer) -> [String: String] {
        let items = URLComponents(string: answer.location ?? "")?.queryItems ?? []
        return Dictionary(items.map { ($0.name, $0.value ?? "") }, uniquingKeysWith: { first, _ in first })
    }

    @Test func `an administrator lets an app into an account, and it reads that account's contacts`() async throws {
        let server = try await TestServer()
        let (app, secret) = try await app(server)
        let query = query(app)
        try await server.test { client in
            let person = try await server.person(client)
            let page = try await person.open("/oauth/chooselocation?" + query)
            #expect(page.status == 200)
            #expect(page.says("Connector") && page.says("Read contacts"))
            #expect(!page.says("calendars.readonly</span>"))
            #expect(page.headers[.contentSecurityPolicy]?.contains("form-action 'self' https://app.example;") == true)
            let answer = try await person.send(
                "/oauth/chooselocation",
                [("request", query), ("accounts", server.account.locationID), ("decision", "allow")])
            #expect(answer.status == 303)
            #expect(answer.location?.hasPrefix(Self.callback + "&code=hwc-") == true)
            let reply = reply(answer)
            #expect(reply["state"] == "s&1")
            #expect(reply["iss"] == "https://leads.clinic.example")

            let code = try #require(reply["code"])
            let given = try await post(
                client, "/oauth/token",
                [
                    ("grant_type", "authorization_code"), ("code", code), ("client_id", app.id.rawValue),
                    ("client_secret", secret ?? ""), ("redirect_uri", Self.callback),
                    ("code_verifier", Self.verifier), ("user_type", "Location"),
                ])
            #expect(given.status == 200)
            #expect(given.headers[.cacheControl] == "no-store")
            #expect(given.json["token_type"] as? String == "Bearer")
            #expect(given.json["expires_in"] as? Int == 86_400)
            #expect(given.json["userType"] as? String == "Location")
            #expect(given.json["locationId"] as? String == server.account.locationID)
            #expect(given.json["scope"] as? String == "contacts.readonly oauth.write")
            #expect((given.json["companyId"] as? String)?.count == 20)
            let access = try #require(given.json["access_token"] as? String)
            let api = APIClient(client: client, token: access)
            #expect(try await api.get("/contacts/").status == 200)
            #expect(try await api.post("/contacts/", ["firstName": "Ana"]).status == 403)

            let refreshed = try await post(
                client, "/oauth/token",
                [("grant_type", "refresh_token"), ("refresh_token", given.json["refresh_token"] as? String ?? "")],
                basic: "\(app.id.rawValue):\(secret ?? "")")
            #expect(refreshed.status == 200)
            let next = try #require(refreshed.json["refresh_token"] as? String)
            let revoked = try await post(
                client, "/oauth/revoke", [("token", next)], basic: "\(app.id.rawValue):\(secret ?? "")")
            #expect(revoked.status == 200)
            #expect(try await api.get("/contacts/").status == 401)
        }
    }

    @Test func `several accounts make a company token, from which a token of one is made`() async throws {
        let server = try await TestServer()
        let (app, secret) = try await app(server)
        let spa = try await server.crm.accounts.create(name: "Spa", domains: [], now: server.now)
        let query = query(app, [("scope", "oauth.readonly oauth.write contacts.readonly")])
        try await server.test { client in
            let person = try await server.person(client)
            let answer = try await person.send(
                "/oauth/chooselocation",
                [
                    ("request", query), ("where", "chosen"), ("accounts", server.account.locationID),
                    ("accounts", spa.locationID), ("decision", "allow"),
                ])
            let given = try await post(
                client, "/oauth/token",
                [
                    ("grant_type", "authorization_code"), ("code", reply(answer)["code"] ?? ""),
                    ("client_id", app.id.rawValue), ("client_secret", secret ?? ""),
                    ("redirect_uri", Self.callback), ("code_verifier", Self.verifier),
                ])
            #expect(given.json["userType"] as? String == "Company")
            #expect(given.json["approvedLocations"] as? [String] == [server.account.locationID, spa.locationID])
            let access = try #require(given.json["access_token"] as? String)
            let company = try #require(given.json["companyId"] as? String)
            let installed = try await APIClient(client: client, token: access)
                .get("/oauth/installedLocations?companyId=\(company)&appId=\(app.id.rawValue)")
            #expect(installed.status == 200)
            #expect(installed["count"] as? Int == 2)
            let single = try await post(
                client, "/oauth/locationToken", [("companyId", company), ("locationId", spa.locationID)],
                bearer: access)
            #expect(single.status == 200)
            #expect(single.json["userType"] as? String == "Location")
            let api = APIClient(client: client, token: single.json["access_token"] as? String)
            #expect(try await api.get("/contacts/?locationId=\(spa.locationID)").status == 200)
            #expect(try await api.get("/contacts/?locationId=\(server.account.locationID)").status == 403)
            let wrong = try await post(
                client, "/oauth/locationToken", [("companyId", "else"), ("locationId", spa.locationID)],
                bearer: access)
            #expect(wrong.status == 403)
        }
    }

    @Test(arguments: [
        ("client_id", "nobody"), ("redirect_uri", "https://app.example/back"),
        ("redirect_uri", "https://evil.example/"), ("redirect_uri", "https://app.example/back?from=headwater&x=1"),
    ])
    func `a browser is never sent to an address that is not the app's`(name: String, value: String) async throws {
        let server = try await TestServer()
        let (app, _) = try await app(server)
        let query = query(app, [(name, value)])
        try await server.test { client in
            let person = try await server.person(client)
            let page = try await person.open("/oauth/chooselocation?" + query)
            #expect(page.status == 400)
            #expect(page.location == nil)
            let sent = try await person.send(
                "/oauth/chooselocation",
                [("request", query), ("accounts", server.account.locationID), ("decision", "allow")])
            #expect(sent.status == 400)
            #expect(sent.location == nil)
        }
    }

    @Test(arguments: [
        ("response_type", "token", "unsupported_response_type"), ("scope", "calendars.readonly", "invalid_scope"),
        ("code_challenge_method", "plain", "invalid_request"), ("code_challenge", "short", "invalid_request"),
    ])
    func `what is wrong with its wish is told to the app`(name: String, value: String, error: String) async throws {
        let server = try await TestServer()
        let (app, _) = try await app(server)
        let query = query(app, [(name, value)])
        try await server.test { client in
            let answer = try await server.person(client).open("/oauth/chooselocation?" + query)
            #expect(answer.status == 303)
            #expect(reply(answer)["error"] == error)
            #expect(reply(answer)["state"] == "s&1")
        }
    }

    @Test func `an app without a secret has to bring a challenge`() async throws {
        let server = try await TestServer()
        let (app, _) = try await app(server, isConfidential: false)
        let query = query(app, [("code_challenge", nil), ("code_challenge_method", nil)])
        try await server.test { client in
            let answer = try await server.person(client).open("/oauth/chooselocation?" + query)
            #expect(reply(answer)["error"] == "invalid_request")
        }
    }

    @Test func `who says no sends the app away with empty hands`() async throws {
        let server = try await TestServer()
        let (app, _) = try await app(server)
        let query = query(app)
        try await server.test { client in
            let person = try await server.person(client)
            let answer = try await person.send(
                "/oauth/chooselocation",
                [("request", query), ("accounts", server.account.locationID), ("decision", "deny")])
            #expect(reply(answer)["error"] == "access_denied")
            #expect(reply(answer)["code"] == nil)
            let forged = try await person.send(
                "/oauth/chooselocation",
                [("request", query), ("accounts", server.account.locationID), ("decision", "allow")], token: "forged")
            #expect(forged.status == 403)
        }
        #expect(try await server.crm.apps.grants(of: app.id).isEmpty)
    }

    @Test func `somebody who has not signed in comes back to the question afterwards`() async throws {
        let server = try await TestServer()
        let (app, _) = try await app(server)
        let query = query(app)
        try await server.test { client in
            let answer = try await Person(client).open("/oauth/chooselocation?" + query)
            #expect(answer.status == 303)
            #expect(answer.location?.hasPrefix("/sign-in?returnTo=%2Foauth%2Fchooselocation") == true)
        }
    }

    @Test(arguments: [
        ([("client_id", "x"), ("grant_type", "password")], 400, "unsupported_grant_type"),
        ([("client_id", "x"), ("grant_type", "authorization_code")], 400, "invalid_request"),
        ([("grant_type", "authorization_code"), ("code", "hwc-x")], 401, "invalid_client"),
        ([("grant_type", "refresh_token"), ("grant_type", "refresh_token")], 400, "invalid_request"),
        ([("client_id", "x")], 400, "invalid_request"),
        ([("client_id", "x"), ("grant_type", "refresh_token"), ("refresh_token", "x")], 401, "invalid_client"),
    ])
    func `a request for tokens that makes no sense is refused in OAuth's words`(
        fields: [(String, String)], status: Int, error: String
    ) async throws {
        let server = try await TestServer()
        try await server.test { client in
            let answer = try await post(client, "/oauth/token", fields)
            #expect(answer.status == status)
            #expect(answer.json["error"] as? String == error)
        }
    }

    @Test func `apps find the addresses in the well-known place`() async throws {
        let server = try await TestServer()
        try await server.test { client in
            let response = try await client.executeRequest(
                uri: "/.well-known/oauth-authorization-server", method: .get, headers: [:], body: nil)
            let json = try JSONSerialization.jsonObject(with: Data(response.body.readableBytesView))
            let members = json as? [String: Any]
            #expect(members?["issuer"] as? String == "https://leads.clinic.example")
            #expect(members?["token_endpoint"] as? String == "https://leads.clinic.example/oauth/token")
            #expect(members?["code_challenge_methods_supported"] as? [String] == ["S256"])
        }
    }
}
