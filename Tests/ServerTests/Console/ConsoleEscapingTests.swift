import CRM
import Foundation
import HummingbirdTesting
import Testing

@testable import Server

@Suite struct ConsoleEscapingTests {
    private static let attack = "\"'><script>alert(1)</script>"

    @Test func `nothing that a visitor sends becomes a tag on any page`() async throws {
        let server = try await TestServer()
        try await server.test { client in
            try await attack(server, client)
            let person = try await server.person(client)
            let contact = try #require(try await server.contacts().first).contact.id
            let submissions = try await server.submissions()
            let form = try await server.crm.forms.create(
                server.account.id, name: Self.attack, definition: Self.form, now: server.now)
            _ = try await server.crm.accounts.create(name: Self.attack, domains: [], now: server.now)
            var note = NoteEdit()
            note.body = Self.attack
            note.title = .some(Self.attack)
            _ = try await server.crm.notes.create(
                server.account.id, on: contact, note, by: .person(email: Self.attack), now: server.now)
            let query = ConsolePath.escaped(Self.attack)
            let pages =
                [
                    "/contacts", "/contacts?q=\(query)", "/contacts?tag=\(query)", "/contacts/\(contact)",
                    "/contacts/\(contact)/edit", "/contacts/\(contact)/delete", "/submissions",
                    "/submissions?form=\(query)", "/forms", "/forms/\(form.id)", "/forms/\(form.id)/archive",
                    "/settings/fields", "/settings/general",
                ].map { server.root + $0 } + submissions.map { "\(server.root)/submissions/\($0.id)" }
                + ["/accounts", "/sign-in?returnTo=\(query)"]
            let all =
                "\(server.root)/contacts/columns?"
                + ContactColumns.groups([]).flatMap(\.columns).prefix(40).map { "columns=\($0.rawValue)" }
                .joined(separator: "&")
            try await person.open(all)
            for page in pages {
                let answer = try await person.open(page)
                #expect(answer.status == 200 || page.hasPrefix("/sign-in"), "\(page)")
                #expect(!answer.says("<script>"), "\(page)")
                #expect(!answer.says("\"'>"), "\(page)")
                #expect(answer.body.ranges(of: "<script").count <= 1, "\(page)")
            }
            #expect(try await person.open("\(server.root)/contacts/\(contact)").says("&lt;script&gt;"))
        }
    }

    @Test func `a quote with a combining mark behind it is still a quote`() {
        #expect(SafeHTML().escapeText("a\"\u{301}b<\u{301}") == "a&quot;\u{301}b&lt;\u{301}")
        #expect(SafeHTML().escapeText("plain") == "plain")
    }

    @Test(arguments: [
        ("\u{202E}evil", "\u{202C}"), ("\u{202E}evil\u{202C}", ""), ("a\u{2067}b\u{202B}c", "\u{202C}\u{2069}"),
        ("\u{2066}a\u{202E}b\u{2069}", ""), ("\u{2069}\u{202C}a", ""), ("\u{202E}\u{202D}x", "\u{202C}\u{202C}"),
        ("\u{200F}שלום", ""), ("“quoted”", ""),
    ])
    func `what turns the direction of a value ends with the value`(text: String, end: String) {
        #expect(SafeHTML().escapeText(text) == text + end)
    }

    @Test(arguments: ["javascript:alert(1)", "data:text/html,x", "https://", "x"])
    func `a website that is none gets no link`(text: String) {
        #expect(ContactLink.web(text) == nil)
    }

    private static let form = FormDefinition(
        fields: [FormField(name: "email", label: attack, type: .email, isRequired: true, options: [attack])],
        source: attack, submitLabel: attack, thankYou: attack, redirect: nil)

    private func attack(_ server: TestServer, _ client: any TestClientProtocol) async throws {
        let value = ConsolePath.escaped(Self.attack)
        let parameters = [
            "utm_source", "utm_medium", "utm_campaign", "utm_content", "utm_term", "utm_keyword", "utm_matchtype",
            "gclid",
            "fbclid", "campaign_id", "ad_id", "ad_name", "ad_group_id", "source",
        ].map { "\($0)=\(value)" }.joined(separator: "&")
        var browser = Browser(trackingID: server.account.trackingID)
        browser.landing = "https://clinic.example/?\(parameters)#\(Self.attack)"
        browser.referrer = "https://blog.example/\(Self.attack)"
        var view = browser.pageView(browser.landing)
        view["title"] = Self.attack
        _ = try await browser.send(view, to: client)
        var form = browser.form([
            "email": "x@example.com", "first_name": Self.attack, "last_name": Self.attack, "company_name": Self.attack,
            "website": "javascript:alert(1)", "city": Self.attack, Self.attack: Self.attack,
        ])
        form["formName"] = Self.attack
        form["formId"] = Self.attack
        form["labels"] = [Self.attack: Self.attack, "email": Self.attack]
        _ = try await browser.send(form, to: client)
        var second = browser.form(["email": "y@example.com"])
        second["formName"] = Self.attack
        _ = try await browser.send(second, to: client)
        var robot = Browser(trackingID: server.account.trackingID)
        robot.userAgent = "python-requests/2.32 \(Self.attack)"
        _ = try await robot.send(robot.form(["email": "z@example.com", Self.attack: Self.attack]), to: client)
    }
}
