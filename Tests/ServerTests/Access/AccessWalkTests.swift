import Foundation
import HTTPTypes
import Hummingbird
import HummingbirdTesting
import NIOCore
import Testing

@testable import CRM
@testable import Server

/// Every operation of the API, called by those who may not.
@Suite struct AccessWalkTests {
    /// Who calls, and what every operation must answer.
    enum Caller: String, CaseIterable {
        case nobody, garbage, expired, revoked, refresh, scopeless

        var status: Int { self == .scopeless ? 403 : 401 }

        func token(_ server: TestServer) async throws -> String? {
            let tokens = server.crm.tokens
            let account = server.account.id
            let all = Set(Token.Scope.allCases)
            let now = server.now
            switch self {
            case .nobody: return nil
            case .garbage: return "pit-" + String(repeating: "x", count: 43)
            case .refresh: return "hwr-" + String(repeating: "x", count: 43)
            case .expired:
                return try await tokens.create(account, name: "Old", scopes: all, expiresAt: now, now: now).secret
            case .revoked:
                let made = try await tokens.create(account, name: "Gone", scopes: all, now: now)
                try await tokens.revoke(account, made.token.id, now: now)
                return made.secret
            case .scopeless: return try await tokens.create(account, name: "Poor", scopes: [], now: now).secret
            }
        }
    }

    @Test(arguments: Caller.allCases)
    func `no operation answers without a living token that has its scope`(caller: Caller) async throws {
        let server = try await TestServer()
        let walk = try await AccessWalk(server)
        let token = try await caller.token(server)
        try await server.test { client in
            for operation in walk.operations {
                let answer = try await walk.call(
                    operation, client, token: token, location: server.account.locationID, ids: walk.stranger.ids,
                    namesLocationInQuery: false)
                #expect(answer.status == caller.status, "\(answer.operation)")
                #expect(!answer.body.contains(AccessWalk.mark), "\(answer.operation)")
                if caller.status == 401 { #expect(answer.headers[.wwwAuthenticate] == "Bearer") }
            }
        }
    }

    @Test func `no operation works on an account that is not the token's`() async throws {
        let server = try await TestServer()
        let walk = try await AccessWalk(server)
        let token = try await server.makeToken()
        let before = try await walk.rows()
        try await server.test { client in
            for operation in walk.operations {
                let answer = try await walk.call(
                    operation, client, token: token, location: walk.stranger.account.locationID,
                    ids: walk.stranger.ids, namesLocationInQuery: true)
                #expect(answer.status == 403, "\(answer.operation): \(answer.body)")
                #expect(!answer.body.contains(AccessWalk.mark), "\(answer.operation)")
            }
        }
        #expect(try await walk.rows() == before)
    }

    @Test func `no operation finds another account's things under the token's own account`() async throws {
        let server = try await TestServer()
        let walk = try await AccessWalk(server)
        let token = try await server.makeToken()
        let before = try await walk.rows()
        try await server.test { client in
            for operation in walk.operations {
                let answer = try await walk.call(
                    operation, client, token: token, location: server.account.locationID, ids: walk.stranger.ids,
                    namesLocationInQuery: false)
                #expect(answer.status < 500 || answer.status == 501, "\(answer.operation): \(answer.body)")
                #expect(!answer.body.contains(AccessWalk.mark), "\(answer.operation)")
                guard operation.pathParameters.contains(where: { $0 != "locationId" }) else { continue }
                #expect(
                    [400, 403, 404, 409, 422, 501].contains(answer.status), "\(answer.operation): \(answer.status)")
            }
        }
        #expect(try await walk.rows() == before)
    }

    @Test func `a token of the agency has to name one of its accounts, and its app only one of the chosen`()
        async throws
    {
        let server = try await TestServer()
        let walk = try await AccessWalk(server)
        let app = try await server.crm.apps.create(
            AppWish(
                name: "Connector", redirectURIs: ["https://app.example/"], scopes: Set(Token.Scope.allCases)),
            isConfidential: true, by: .command, now: server.now)
        let other = try await server.crm.accounts.create(name: "Gym", domains: [], now: server.now)
        let code = try await server.crm.apps.authorize(
            AppConsent(
                app: app.app.id, user: UserID(rawValue: "ana"), accounts: .chosen([server.account.id, other.id]),
                scopes: Set(Token.Scope.allCases), redirectURI: "https://app.example/", challenge: nil),
            now: server.now)
        let token = try await server.crm.apps.exchange(
            code: code, redirectURI: nil, verifier: nil,
            by: AppCredentials(id: app.app.id, secret: app.secret), now: server.now
        ).get().access
        try await server.test { client in
            for operation in walk.operations {
                let answer = try await walk.call(
                    operation, client, token: token, location: walk.stranger.account.locationID,
                    ids: walk.stranger.ids, namesLocationInQuery: true)
                #expect(!answer.body.contains(AccessWalk.mark), "\(answer.operation)")
                guard operation.section != .access else { continue }
                #expect(answer.status == 403, "\(answer.operation): \(answer.body)")
            }
        }
    }
}

extension AccessWalk {
    /// How many rows the stranger has in every table, and when their contacts were last touched.
    func rows() async throws -> [String: Int64] {
        let id = stranger.account.id
        return try await server.database.read { connection in
            var rows: [String: Int64] = [:]
            for table in SchemaTable.all {
                guard case .account(let column) = table.owner else { continue }
                rows[table.name] = try connection.row(
                    "select count(*) as count from \(table.name) where \(column) = $1", [id])?["count"]
            }
            rows["touched"] = try connection.row(
                "select coalesce(max(updated_at), 0) as touched from contacts where account_id = $1", [id])?["touched"]
            return rows
        }
    }
}
