import CRM
import HummingbirdTesting
import Testing

@testable import Server

@Suite struct ConsoleGuardTests {
    @Test func `a form without its token, or with another one, changes nothing`() async throws {
        let server = try await TestServer()
        try await server.test { client in
            let person = try await server.person(client)
            for token in ["", "token-of-user", String(repeating: "x", count: 43)] {
                let answer = try await person.send("\(server.root)/contacts", [("email", "a@b.example")], token: token)
                #expect(answer.status == 403 && answer.says("This form has expired"))
            }
            #expect(try await Person(client).send("/sign-in", [("email", "a@b.example")]).status == 403)
        }
        #expect(try await server.contacts().isEmpty)
    }

    @Test(arguments: ["https://evil.example", "null", "https://leads.clinic.example.evil.example"])
    func `a form from another website changes nothing, token or not`(origin: String) async throws {
        let server = try await TestServer()
        try await server.test { client in
            let person = try await server.person(client)
            let answer = try await person.send(
                "\(server.root)/contacts", [("email", "a@b.example")], origin: origin)
            #expect(answer.status == 403 && answer.says("another website"))
        }
        #expect(try await server.contacts().isEmpty)
    }

    @Test func `the server's own origin is welcome`() async throws {
        let server = try await TestServer()
        try await server.test { client in
            let person = try await server.person(client)
            let answer = try await person.send(
                "\(server.root)/contacts", [("email", "a@b.example")], origin: "https://leads.clinic.example")
            #expect(answer.status == 303)
        }
    }

    @Test(arguments: [
        "/accounts", "/accounts/new", "/a/L", "/a/L/contacts", "/a/L/contacts.csv", "/a/L/contacts/new",
        "/a/L/contacts/x",
        "/a/L/forms", "/a/L/forms/new", "/a/L/submissions", "/a/L/settings", "/a/L/settings/tracking",
        "/a/L/settings/tokens", "/a/L/settings/users",
    ])
    func `nothing is shown to somebody who has not signed in`(path: String) async throws {
        let server = try await TestServer()
        try await server.test { client in
            let path = path.replacing("/L", with: "/\(server.account.locationID)")
            let answer = try await Person(client).open(path)
            #expect(answer.status == 303 && answer.location?.hasPrefix("/sign-in") == true)
            #expect(answer.body.isEmpty)
        }
    }

    @Test func `a user looks at settings and changes none`() async throws {
        let server = try await TestServer()
        try await server.test { client in
            let user = try await server.person(client, role: .user)
            for page in ["tracking", "general", "fields"] {
                let answer = try await user.open("\(server.root)/settings/\(page)")
                #expect(answer.status == 200 && answer.says("Only administrators change them"))
                #expect(!answer.says("/settings/tokens"))
                #expect(!answer.says("Remove") && !answer.says(">Save<") && !answer.says(">Add"))
            }
            for page in ["/accounts/new", "\(server.root)/settings/tokens", "\(server.root)/settings/users"] {
                #expect(try await user.open(page).status == 403)
            }
            let changes = [
                "/settings/tracking/domains", "/settings/general", "/settings/fields", "/settings/tokens",
                "/settings/users", "/settings/tracking/domains/clinic.example/remove",
            ]
            for change in changes {
                let answer = try await user.send(server.root + change, [("name", "x"), ("domain", "x.example")])
                #expect(answer.status == 403 && answer.says("Only administrators change settings"))
            }
            #expect(try await user.send("/accounts", [("name", "Mine")]).status == 403)
            #expect(try await user.open("\(server.root)/contacts").status == 200)
        }
        #expect(try await server.crm.accounts.all().count == 1)
        #expect(try await server.crm.accounts.account(server.account.id).domains == ["clinic.example"])
    }

    @Test func `what belongs to another account is not there`() async throws {
        let server = try await TestServer()
        let other = try await server.crm.accounts.create(name: "Other", domains: [], now: server.now)
        try await server.test { client in
            try await Story(server: server, client: client).everything()
            let person = try await server.person(client)
            let contact = try #require(try await server.contacts().first).contact.id
            let held = try #require(try await server.submissions().first { $0.status == .held })
            let form = try await server.crm.forms.create(server.account.id, name: "Ask", now: server.now)
            let field = try #require(try await server.crm.fields.all(server.account.id).first)
            let foreign = "/a/\(other.locationID)"
            let pages = [
                "/contacts/\(contact)", "/contacts/\(contact)/edit", "/contacts/\(contact)/delete",
                "/submissions/\(held.id)", "/forms/\(form.id)", "/forms/\(form.id)/archive",
                "/settings/fields/\(field.id)/remove", "/settings/tokens/none/revoke",
            ]
            for page in pages { #expect(try await person.open(foreign + page).status == 404, "\(page)") }
            let actions = [
                "/contacts/\(contact)", "/contacts/\(contact)/delete", "/contacts/\(contact)/reviewed",
                "/contacts/\(contact)/notes", "/contacts/\(contact)/undo", "/submissions/\(held.id)/release",
                "/submissions/\(held.id)/discard", "/submissions/\(held.id)/map", "/forms/\(form.id)",
                "/forms/\(form.id)/archive",
            ]
            for action in actions {
                let answer = try await person.send(
                    foreign + action, [("note", "x"), ("eventId", held.id.rawValue), ("name", "email")])
                #expect(answer.status == 404, "\(action)")
            }
            #expect(try await !person.open("\(foreign)/contacts").says("ana@example.com"))
            #expect(try await !person.open("\(foreign)/contacts.csv").says("ana@example.com"))
            #expect(try await person.open("/a/none/contacts").status == 404)
        }
        #expect(try await server.contacts().count == 2)
    }

    @Test func `an address that leads nowhere says so on a page`() async throws {
        let server = try await TestServer()
        try await server.test { client in
            let answer = try await Person(client).open("/nowhere")
            #expect(answer.status == 404 && answer.says("This page does not exist"))
        }
    }
}
