import CRM
import HummingbirdTesting
import Testing

@testable import Server

@Suite struct ConsoleSignInTests {
    private static let password = "correct horse battery"

    @Test func `without a user the page says how to make one`() async throws {
        let server = try await TestServer()
        try await server.test { client in
            let person = Person(client)
            #expect(try await person.open("/").location == "/sign-in")
            let page = try await person.open("/sign-in")
            #expect(page.status == 200 && page.says("headwater user create --email"))
        }
    }

    @Test func `somebody signs in, goes on to the page asked for, and out again`() async throws {
        let server = try await TestServer()
        _ = try await server.crm.people.create(
            email: "owner@clinic.example", role: .admin, password: Self.password, now: server.now)
        try await server.test { client in
            let person = Person(client)
            let asked = try await person.open("\(server.root)/contacts?q=ana%20f")
            #expect(asked.status == 303)
            let form = try await person.follow(asked)
            #expect(form.says("name=\"returnTo\" value=\"\(server.root)/contacts?q=ana%20f\""))
            let answer = try await person.send(
                "/sign-in",
                [
                    ("email", " Owner@clinic.example"), ("password", Self.password),
                    ("returnTo", "\(server.root)/contacts?q=ana%20f"),
                ])
            #expect(answer.status == 303 && answer.location == "\(server.root)/contacts?q=ana%20f")
            let cookie = try #require(answer.headers[values: .setCookie].first { $0.contains("hw_session") })
            for word in ["__Host-hw_session=", "HttpOnly", "Secure", "SameSite=Lax", "Path=/"] {
                #expect(cookie.contains(word), "\(word)")
            }
            #expect(try await person.open("/").location == "\(server.root)/contacts")
            _ = try await server.crm.accounts.create(name: "Second", domains: [], now: server.now)
            #expect(try await person.open("/").location == "/accounts")
            #expect(try await person.open("/accounts").says("owner@clinic.example"))

            let former = person.cookies
            let out = try await person.send("/sign-out")
            #expect(try await person.follow(out).says("You have signed out."))
            #expect(try await Person(client, cookies: former).open("/accounts").status == 303)
        }
    }

    @Test func `over plain HTTP the cookie has its plain name`() async throws {
        let server = try await TestServer(publicURL: "http://127.0.0.1:8080")
        _ = try await server.crm.people.create(
            email: "owner@clinic.example", role: .admin, password: Self.password, now: server.now)
        try await server.test { client in
            let person = Person(client)
            try await person.open("/sign-in")
            let answer = try await person.send(
                "/sign-in", [("email", "owner@clinic.example"), ("password", Self.password)])
            let cookie = try #require(answer.headers[values: .setCookie].first { $0.hasPrefix("hw_session=") })
            #expect(!cookie.contains("Secure") && cookie.contains("HttpOnly"))
        }
    }

    @Test func `a wrong password is refused in the same words as an unknown address, then throttled`() async throws {
        let server = try await TestServer()
        _ = try await server.crm.people.create(
            email: "owner@clinic.example", role: .admin, password: Self.password, now: server.now)
        try await server.test { client in
            let person = Person(client)
            try await person.open("/sign-in")
            for email in ["owner@clinic.example", "nobody@clinic.example"] {
                let answer = try await person.send("/sign-in", [("email", email), ("password", "wrong")])
                #expect(answer.status == 401)
                #expect(answer.says("That e-mail address and password do not belong together."))
                #expect(!answer.headers[values: .setCookie].contains { $0.contains("hw_session") })
            }
            for _ in 0..<8 {
                _ = try await person.send("/sign-in", [("email", "owner@clinic.example"), ("password", "wrong")])
            }
            let late = try await person.send(
                "/sign-in", [("email", "owner@clinic.example"), ("password", Self.password)])
            #expect(late.status == 429 && late.headers[.retryAfter] != nil)
            #expect(late.says("Too many attempts"))
        }
    }

    @Test(arguments: [
        "https://evil.example/", "//evil.example/", "/\\evil.example", "/a//evil.example", "javascript:1",
    ])
    func `sign-in never leads to another website`(returnTo: String) async throws {
        #expect(!Redirect.isOwnPage(returnTo))
        #expect(SignInPage.path(returnTo: returnTo) == "/sign-in")
    }
}
