import CRM
import HTTPTypes
import Hummingbird
import HummingbirdTesting
import Logging
import Testing

@testable import Server

/// Every address of the console, opened by those who may not.
@Suite struct ConsoleWalkTests {
    /// The addresses of one account, as the router has them, with something in the place of each parameter.
    private func addresses(_ server: TestServer, _ location: String) throws -> [(
        method: HTTPRequest.Method, path: String
    )] {
        let server = try server.server()
        var logger = Logger(label: "test")
        logger.logLevel = .critical
        let router = try server.routes(
            server.collect(logger), RequestLog(metrics: server.metrics.http, budget: LineBudget(perSecond: 1)),
            SecurityHeaders(isSecure: true))
        return router.routes.map { ($0.method, "\($0.path)") }.filter { $0.1.hasPrefix("/a/") }.map { method, path in
            let parts = path.split(separator: "/").enumerated().map { index, part in
                if index == 1 { return location }
                return part.hasPrefix(":") || part.hasPrefix("{") ? "0" : String(part)
            }
            return (method, "/" + parts.joined(separator: "/"))
        }
    }

    private func visit(
        _ person: Person, _ address: (method: HTTPRequest.Method, path: String)
    ) async throws -> Person.Answer {
        address.method == .get ? try await person.open(address.path) : try await person.send(address.path)
    }

    @Test func `somebody who has not signed in sees no page of an account`() async throws {
        let server = try await TestServer()
        let addresses = try addresses(server, server.account.locationID)
        #expect(addresses.count > 60)
        try await server.test { client in
            let nobody = Person(client)
            try await nobody.open("/sign-in")
            for address in addresses {
                let answer = try await visit(nobody, address)
                // What is sent without a form of this server's is refused even before anyone asks who sends it.
                guard address.method == .get else {
                    #expect([303, 403].contains(answer.status), "\(address)")
                    continue
                }
                #expect(answer.status == 303, "\(address)")
                #expect(answer.location?.hasPrefix("/sign-in") == true, "\(address)")
            }
        }
    }

    @Test func `a user without a right to an account finds none of its pages`() async throws {
        let server = try await TestServer()
        let addresses = try addresses(server, server.account.locationID)
        try await server.test { client in
            let person = try await server.person(client, role: .user)
            try await server.crm.people.change(
                UserID(rawValue: "user@clinic.example"), role: .user, access: UserAccess(accounts: []), by: .command,
                now: server.now)
            for address in addresses {
                let answer = try await visit(person, address)
                #expect([403, 404].contains(answer.status), "\(address): \(answer.status)")
                #expect(!answer.says(server.account.name), "\(address)")
            }
            #expect(try await !person.open("/accounts").says(server.account.name))
        }
    }

    @Test func `settings, people, tokens, apps and the audit log are closed to users`() async throws {
        let server = try await TestServer()
        let closed = try addresses(server, server.account.locationID).filter { method, path in
            path.contains("/settings/") && method != .get
                || ["tokens", "users", "apps", "audit"].contains { path.contains("/settings/\($0)") }
        }
        #expect(closed.count > 20)
        try await server.test { client in
            let person = try await server.person(client, role: .user)
            for address in closed {
                #expect(try await visit(person, address).status == 403, "\(address)")
            }
            #expect(try await person.open("/oauth/chooselocation?client_id=x").status == 403)
        }
    }

    /// Forms and links are everyday work, but they are every contact's: who sees only some contacts changes none.
    @Test(arguments: [true, false])
    func `forms and links are changed by users, but not by those who see assigned contacts only`(
        isLimited: Bool
    ) async throws {
        let server = try await TestServer()
        let changes = try addresses(server, server.account.locationID).filter { method, path in
            method == .post && ["forms", "links"].contains(path.split(separator: "/")[2])
        }
        #expect(changes.count >= 6)
        try await server.test { client in
            let person = try await server.person(client, role: .user)
            try await server.crm.people.change(
                UserID(rawValue: "user@clinic.example"), role: .user, access: UserAccess(seesAssignedOnly: isLimited),
                by: .command, now: server.now)
            for address in changes {
                let status = try await visit(person, address).status
                #expect(isLimited ? status == 403 : [303, 404, 422].contains(status), "\(address): \(status)")
            }
            for page in ["/forms", "/links"] {
                #expect(try await person.open(server.root + page).status == 200)
            }
        }
    }
}
