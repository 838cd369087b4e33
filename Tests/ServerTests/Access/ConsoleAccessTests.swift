import CRM
import Foundation
import Testing

@testable import Server

/// People, apps, the audit log and oneself, in the console.
@Suite struct ConsoleAccessTests {
    private let password = "correct horse battery"

    @Test func `somebody is invited by a link, chooses a password and signs in`() async throws {
        let server = try await TestServer()
        try await server.test { client in
            let admin = try await server.person(client)
            let page = try await admin.send(
                server.root + "/settings/users",
                [("email", "bo@clinic.example"), ("role", "user"), ("where", "all"), ("password", "")])
            #expect(page.status == 200)
            let match = try #require(
                page.body.firstMatch(of: #/https://leads\.clinic\.example(/password/[A-Za-z0-9]{43})/#))
            let path = String(match.1)

            let bo = Person(client)
            #expect(try await bo.open(path).says("bo@clinic.example"))
            #expect(try await bo.send(path, [("password", "short")]).status == 422)
            let chosen = try await bo.send(path, [("password", password)])
            #expect(chosen.location == "/sign-in")
            #expect(try await bo.open(path).status == 422)
            try await bo.open("/sign-in")
            let signedIn = try await bo.send("/sign-in", [("email", "bo@clinic.example"), ("password", password)])
            #expect(signedIn.location == server.root + "/contacts")
        }
    }

    @Test func `a password is changed with the present one, and every other browser is signed out`() async throws {
        let server = try await TestServer()
        _ = try await server.crm.people.create(
            email: "bo@clinic.example", role: .admin, password: password, now: server.now)
        try await server.test { client in
            var browsers: [Person] = []
            for _ in 0..<2 {
                let person = Person(client)
                try await person.open("/sign-in")
                try await person.send("/sign-in", [("email", "bo@clinic.example"), ("password", password)])
                try await person.open("/me")
                browsers.append(person)
            }
            let wrong = try await browsers[0].send(
                "/me/password", [("old", "wrong"), ("password", "another password")])
            #expect(wrong.status == 422)
            let right = try await browsers[0].send(
                "/me/password", [("old", password), ("password", "another password")])
            #expect(right.location == "/me")
            #expect(try await browsers[0].open("/me").status == 200)
            #expect(try await browsers[1].open("/me").status == 303)
        }
    }

    @Test func `somebody who is deleted is out at once, and the last administrator stays`() async throws {
        let server = try await TestServer()
        try await server.test { client in
            let admin = try await server.person(client)
            let user = try await server.person(client, role: .user)
            #expect(try await user.open(server.root + "/contacts").status == 200)
            let path = server.root + "/settings/users/user%40clinic.example"
            #expect(try await admin.open(path + "/delete").status == 200)
            #expect(try await admin.send(path + "/delete").status == 303)
            #expect(try await user.open(server.root + "/contacts").status == 303)
            let own = server.root + "/settings/users/admin%40clinic.example"
            #expect(try await admin.send(own + "/delete").status == 422)
            #expect(try await admin.send(own, [("role", "user"), ("where", "all")]).status == 422)
            #expect(try await admin.open(server.root + "/settings/users").status == 200)
        }
    }

    @Test func `a user who sees assigned contacts only finds no other, in no way`() async throws {
        let server = try await TestServer()
        let account = server.account.id
        @Sendable func contact(_ name: String, _ owner: UserID?) async throws -> ContactID {
            var edit = ContactEdit()
            edit.properties[.firstName] = name
            edit.assignedTo = .some(owner)
            guard
                case .created(let id) = try await server.crm.contacts.create(
                    account, edit, by: .person(email: "admin@clinic.example"), now: server.now)
            else { throw NotFound.contact }
            return id
        }
        try await server.test { client in
            let person = try await server.person(client, role: .user)
            let user = UserID(rawValue: "user@clinic.example")
            try await server.crm.people.change(
                user, role: .user, access: UserAccess(seesAssignedOnly: true), by: .command, now: server.now)
            let own = try await contact("Quintus", user)
            let other = try await contact("Hortensia", nil)
            let contacts = server.root + "/contacts"
            for path in [contacts, contacts + "?q=Hortensia", server.root + "/contacts.csv"] {
                #expect(try await !person.open(path).says("Hortensia</"), "\(path)")
            }
            #expect(try await person.open(contacts).says("Quintus"))
            #expect(try await !person.open(server.root + "/contacts.csv").says("Hortensia"))
            #expect(try await person.open("\(contacts)/\(own)").status == 200)
            for path in ["\(contacts)/\(other)", "\(contacts)/\(other)/edit", "\(contacts)/\(other)/delete"] {
                #expect(try await person.open(path).status == 404, "\(path)")
            }
            #expect(try await person.send("\(contacts)/\(other)/delete").status == 404)
            _ = try await server.crm.contacts.detail(account, other)
            let made = try await person.send(contacts, [("first_name", "Septima")])
            #expect(try await person.follow(made).says("Septima"))
        }
    }

    @Test func `a user of one account sees the names of no others`() async throws {
        let server = try await TestServer()
        let spa = try await server.crm.accounts.create(name: "Velvet Spa", domains: [], now: server.now)
        try await server.test { client in
            let person = try await server.person(client, role: .user)
            try await server.crm.people.change(
                UserID(rawValue: "user@clinic.example"), role: .user,
                access: UserAccess(accounts: [server.account.id]), by: .command, now: server.now)
            #expect(try await !person.open("/accounts").says("Velvet"))
            #expect(try await !person.open(server.root + "/contacts").says("Velvet"))
            #expect(try await person.open("/a/\(spa.locationID)/contacts").status == 404)
        }
    }

    @Test func `an app is registered, its secret shown once, and it is deleted`() async throws {
        let server = try await TestServer()
        try await server.test { client in
            let admin = try await server.person(client)
            let apps = server.root + "/settings/apps"
            let bad = try await admin.send(
                apps, [("name", "Zap"), ("redirectURIs", "javascript:alert(1)"), ("scopes", "contacts.readonly")])
            #expect(bad.status == 422)
            let made = try await admin.send(
                apps, [("name", "Zap"), ("redirectURIs", "https://zap.example/back"), ("scopes", "contacts.readonly")])
            #expect(made.says("hws-"))
            let app = try #require(try await server.crm.apps.all().first)
            #expect(try await !admin.open("\(apps)/\(app.id)").says("hws-"))
            #expect(try await admin.send("\(apps)/\(app.id)/secret").says("hws-"))
            #expect(try await admin.send("\(apps)/\(app.id)/delete").status == 303)
            #expect(try await server.crm.apps.all().isEmpty)
        }
    }

    @Test func `the audit log shows who did what, and goes out as a table`() async throws {
        let server = try await TestServer()
        try await server.test { client in
            let admin = try await server.person(client)
            _ = try await admin.send(
                server.root + "/settings/tokens", [("name", "=Zap"), ("scopes", "contacts.readonly")])
            let page = try await admin.open(server.root + "/settings/audit")
            #expect(page.says("Token created") && page.says("=Zap") && page.says("admin@clinic.example"))
            let none = try await admin.open(server.root + "/settings/audit?action=link.deleted")
            #expect(!none.says("=Zap"))
            let csv = try await admin.open(server.root + "/settings/audit.csv")
            #expect(csv.says("admin@clinic.example,admin@clinic.example,token.created,'=Zap,Clinic\r\n"))
            #expect(try await admin.open(server.root + "/settings/audit?action=audit.exported").says("Audit exported"))
        }
    }

    @Test func `a token of the agency and one with an end are made in the console`() async throws {
        let server = try await TestServer()
        try await server.test { client in
            let admin = try await server.person(client)
            let page = try await admin.send(
                server.root + "/settings/tokens",
                [("name", "Roll-up"), ("reach", "agency"), ("days", "30"), ("scopes", "contacts.readonly")])
            let secret = String(try #require(page.body.firstMatch(of: /pit-[A-Za-z0-9]{43}/)).0)
            let token = try #require(try await server.crm.tokens.token(secret: secret, now: server.now))
            #expect(token.reach == .agency)
            #expect(token.expiresAt == server.now + 30 * .day)
            let api = APIClient(client: client, token: secret)
            #expect(try await api.get("/contacts/?locationId=\(server.account.locationID)").status == 200)
            let revoked = try await admin.send(server.root + "/settings/tokens/\(token.id)/revoke")
            #expect(revoked.status == 303)
            #expect(try await api.get("/contacts/").status == 401)
        }
    }
}
