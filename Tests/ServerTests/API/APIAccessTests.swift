import CRM
import Foundation
import HTTPTypes
import Testing

@testable import Server

/// Who is let in, how often, and what the others are told.
@Suite struct APIAccessTests {
    @Test(arguments: [nil, "", "pit-wrong", "tk_other", String(repeating: "x", count: 5_000)] as [String?])
    func `a missing or wrong token is refused in the known words`(token: String?) async throws {
        try await TestServer().test { client in
            let answer = try await APIClient(client: client, token: token).get("/contacts/")
            #expect(answer.status == 401)
            #expect(answer.text("message") == "Invalid token: access token is invalid")
            #expect(answer.text("error") == "Unauthorized")
            #expect(answer["statusCode"] as? Int == 401)
            #expect(answer.text("traceId")?.isEmpty == false)
        }
    }

    @Test func `a revoked token is wrong`() async throws {
        let server = try await TestServer()
        let made = try await server.crm.tokens.create(
            server.account.id, name: "Old", scopes: [.readContacts], now: server.now)
        try await server.crm.tokens.revoke(server.account.id, made.token.id, now: server.now)
        try await server.test { client in
            let answer = try await APIClient(client: client, token: made.secret).get("/contacts/")
            #expect(answer.status == 401)
        }
    }

    @Test func `a token does what its scopes say and nothing else`() async throws {
        let server = try await TestServer()
        let reading = try await server.makeToken([.readContacts])
        let writing = try await server.makeToken([.writeContacts])
        try await server.test { client in
            let reader = APIClient(client: client, token: reading)
            let writer = APIClient(client: client, token: writing)
            #expect(try await reader.get("/contacts/").status == 200)
            let id = try await writer.post("/contacts/", ["firstName": "Jo"]).contactID
            #expect(try await writer.get("/contacts/").status == 403)
            #expect(try await writer.get("/contacts/\(id)").status == 403)
            for answer in [
                try await reader.post("/contacts/", ["firstName": "Al"]), try await reader.put("/contacts/\(id)", [:]),
                try await reader.delete("/contacts/\(id)"),
            ] {
                #expect(answer.status == 403)
                #expect(answer.text("error") == "Forbidden")
                #expect(answer.text("traceId") != nil)
            }
            #expect(try await reader.get("/contacts/\(id)").status == 200)
        }
    }

    @Test func `a token sees its own account alone`() async throws {
        let server = try await TestServer()
        let other = try await server.crm.accounts.create(name: "Other", domains: [], now: server.now)
        let foreign = try await server.crm.tokens.create(
            other.id, name: "Other", scopes: Set(Token.Scope.allCases), now: server.now
        ).secret
        try await server.api { own in
            let id = try await own.post("/contacts/", ["email": "jo@example.com"]).contactID
            let stranger = APIClient(client: own.client, token: foreign)
            #expect(try await stranger.get("/contacts/\(id)").status == 404)
            #expect(try await stranger.put("/contacts/\(id)", ["city": "Graz"]).status == 404)
            #expect(try await stranger.delete("/contacts/\(id)").status == 404)
            #expect(try await stranger.get("/contacts/")["contacts.0"] == nil)
            #expect(try await own.get("/contacts/?locationId=\(other.locationID)").status == 403)
            #expect(try await own.post("/contacts/", ["locationId": other.locationID]).status == 403)
            #expect(try await own.put("/contacts/\(id)", ["locationId": other.locationID]).status == 403)
            #expect(try await own.get("/contacts/\(id)").isNull("contact.city"))
        }
    }

    @Test func `the limits are counted for each token and said in the headers`() async throws {
        let server = try await TestServer {
            $0.limitsRates = true
            $0.apiBurstLimit = 3
            $0.apiDailyLimit = 5
        }
        let second = try await server.makeToken()
        try await server.api { first in
            for left in [2, 1, 0] {
                let headers = try await first.get("/contacts/").headers
                #expect(headers[.rateLimitMax] == "3")
                #expect(headers[.rateLimitRemaining] == "\(left)")
                #expect(headers[.rateLimitInterval] == "10000")
                #expect(headers[.rateLimitDaily] == "5")
                #expect(headers[.rateLimitDailyRemaining] == "\(left + 2)")
            }
            let refused = try await first.get("/contacts/")
            #expect(refused.status == 429)
            #expect(refused.headers[.retryAfter] == "10")
            #expect(refused.text("traceId") != nil)
            #expect(try await APIClient(client: first.client, token: second).get("/contacts/").status == 200)
            server.advance(by: 10 * .second)
            #expect(try await first.get("/contacts/").status == 200)
            let daily = try await first.get("/contacts/")
            #expect(daily.status == 429)
            #expect(Int(daily.headers[.retryAfter] ?? "") ?? 0 > 80_000)
        }
    }
}
