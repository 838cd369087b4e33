import Attribution
import CRM
import HummingbirdTesting
import Testing

@testable import Server

@Suite struct ConsoleSettingsTests {
    @Test func `the agency sees every account with its pulse and adds another`() async throws {
        let server = try await TestServer()
        try await server.test { client in
            try await Story(server: server, client: client).everything()
            server.advance(by: 6 * .day)
            let person = try await server.person(client)
            let made = try await person.send(
                "/accounts",
                [("name", "Second"), ("domain", "https://Second.example/x"), ("timeZone", "Europe/Berlin")])
            let tracking = try await person.follow(made)
            #expect(tracking.says("The account is there.") && tracking.says("second.example"))
            #expect(tracking.says("Nothing has arrived yet"))
            let list = try await person.open("/accounts")
            for text in ["Clinic", "Second", "Nothing for 6 days", "Script not seen yet", "2 new contacts"] {
                #expect(list.says(text), "\(text)")
            }
            try Golden.check("accounts", list.body)
            let wrong = try await person.send("/accounts", [("name", " "), ("domain", "")])
            #expect(wrong.status == 422 && wrong.says("An account needs a name"))
        }
    }

    @Test func `domains and referrers come and go`() async throws {
        let server = try await TestServer()
        try await server.test { client in
            let person = try await server.person(client)
            let tracking = "\(server.root)/settings/tracking"
            let page = try await person.open(tracking)
            #expect(page.says(server.account.trackingID) && page.says("clinic.example"))
            try Golden.check("settings-tracking", page.body)
            try await person.send("\(tracking)/domains", [("domain", "https://shop.example/path")])
            try await person.send("\(tracking)/referrers", [("referrer", "pay.example")])
            try await person.send("\(tracking)/domains", [("domain", "münchen.example")])
            let escaped = "/domains/m%C3%BCnchen.example/remove"
            #expect(try await person.open(tracking).says(escaped))
            try await person.send(tracking + escaped)
            let wrong = try await person.send("\(tracking)/domains", [("domain", "<script>")])
            #expect(wrong.status == 422 && wrong.says("is not a domain") && !wrong.says("value=\"<"))
            try await person.send("\(tracking)/domains/clinic.example/remove")
            try await person.send("\(tracking)/referrers/pay.example/remove")
        }
        let account = try await server.crm.accounts.account(server.account.id)
        #expect(account.domains == ["shop.example"] && !account.excludedReferrers.contains("pay.example"))
    }

    @Test func `a website that was refused is named and added with one click`() async throws {
        let server = try await TestServer()
        try await server.test { client in
            var browser = Browser(trackingID: server.account.trackingID)
            browser.origin = "https://shop.example:8443"
            for _ in 0..<2 {
                _ = try await browser.send(browser.form(["email": "eve@example.com"]), to: client)
            }
            browser.origin = "null"
            _ = try await browser.send(browser.pageView("https://hidden.example/"), to: client)
            let person = try await server.person(client)
            let tracking = "\(server.root)/settings/tracking"
            let page = try await person.open(tracking)
            #expect(page.says("Refused in the last 7 days") && page.says("shop.example</span> (2 events)"))
            #expect(!page.says("hidden.example"))
            try Golden.check("settings-tracking-refused", page.body)
            let added = try await person.follow(
                try await person.send("\(tracking)/domains", [("domain", "shop.example")]))
            #expect(added.says("Remove shop.example") && !added.says("Refused in the last 7 days"))
            _ = try await browser.send(browser.pageView("https://other.example/"), to: client)
            server.advance(by: 7 * .day)
            #expect(try await !person.open(tracking).says("Refused in the last 7 days"))
        }
    }

    @Test func `fifty refused hosts are remembered and the busiest stay`() async throws {
        let server = try await TestServer()
        let day = server.now / .day
        func refuse(_ name: String, times: Int) async throws {
            let host = try #require(Host(name: name))
            let refused = RefusedEvent(account: server.account.id, cause: .originNotAllowed, host: host)
            for _ in 0..<times { _ = try await server.crm.capture.record([], refused: [refused], now: server.now) }
        }
        try await refuse("shop.example", times: 2)
        for number in 0..<60 { try await refuse("a\(number).example", times: 1) }
        let hosts = try await server.crm.submissions.refusedHosts(server.account.id, sinceDay: day)
        #expect(hosts.count == 50 && hosts.first == RefusedHost(name: "shop.example", count: 2))
    }

    @Test func `general settings are saved whole or not at all`() async throws {
        let server = try await TestServer()
        try await server.test { client in
            let person = try await server.person(client)
            let general = "\(server.root)/settings/general"
            try Golden.check("settings-general", try await person.open(general).body)
            let wrong = try await person.send(
                general, [("name", "New"), ("lookBackDays", "soon"), ("timeZone", "UTC")])
            #expect(wrong.status == 422 && wrong.says("between 0 and 3650"))
            let long = try await person.send(
                general, [("name", "New"), ("lookBackDays", "7"), ("timeZone", "UTC"), ("pageViewMonths", "121")])
            #expect(long.status == 422 && long.says("between 0 and 120") && long.says("value=\"121\""))
            try await person.send(
                general,
                [
                    ("name", "New"), ("timeZone", "America/Chicago"), ("lookBackDays", "7"), ("ipStorage", "never"),
                    ("pageViewMonths", "25"), ("confirmEmailChange", "true"), ("contactMatch", "phone"),
                    ("allowDuplicates", "true"),
                ])
        }
        let policy = try await server.crm.contacts.duplicatePolicy(server.account.id)
        #expect(policy.order == .phone && policy.allowsDuplicates)
        let account = try await server.crm.accounts.account(server.account.id)
        #expect(account.name == "New" && account.timeZone == "America/Chicago" && account.lookBackDays == 7)
        #expect(account.pageViewMonths == 25)
        #expect(account.ipStorage == .never && account.confirmsEmailChanges && !account.honoursGPC)
    }

    @Test func `a custom field is added, filled by an attribution field, and removed`() async throws {
        let server = try await TestServer()
        try await server.test { client in
            try await Story(server: server, client: client).anaComes()
            let person = try await server.person(client)
            let path = "\(server.root)/settings/fields"
            try Golden.check("settings-fields", try await person.open(path).body)
            let wrong = try await person.send(path, [("name", "Size"), ("type", "select"), ("fillable", "true")])
            #expect(wrong.status == 422 && wrong.says("needs at least one option"))
            try await person.send(path, [("name", "Ad device"), ("type", "text"), ("from", "latest.device")])
            let field = try #require(try await server.crm.fields.all(server.account.id).last)
            #expect(field.derivedFrom == AttributionReference(.latest, .device) && !field.fillable)
            let contact = try #require(try await server.contacts().first).contact.id
            let record = try await person.open("\(server.root)/contacts/\(contact)")
            #expect(record.says("<dt>Ad device</dt><dd>iPhone (Safari, iOS 18)</dd>"))
            _ = try await person.open("\(path)/\(field.id)/remove")
            try await person.send("\(path)/\(field.id)/remove")
            let builtIn = try #require(try await server.crm.fields.all(server.account.id).first)
            #expect(try await person.send("\(path)/\(builtIn.id)/remove").status == 404)
        }
        #expect(try await server.crm.fields.all(server.account.id).count == DerivedField.allCases.count)
    }

    @Test func `a token is shown once, works, and is revoked`() async throws {
        let server = try await TestServer()
        try await server.test { client in
            let person = try await server.person(client)
            let path = "\(server.root)/settings/tokens"
            #expect(try await person.open(path).says("No tokens yet"))
            #expect(try await person.send(path, [("name", "Zap")]).status == 422)
            let made = try await person.send(path, [("name", "Zap"), ("scopes", "contacts.readonly")])
            let secret = try #require(made.body.firstMatch(of: /pit-[A-Za-z0-9]{43}/)).0
            let token = try #require(try await server.crm.tokens.token(secret: String(secret), now: server.now))
            #expect(token.scopes == [.readContacts])
            let after = try await person.open(path)
            #expect(!after.says(secret) && after.says("Zap"))
            _ = try await person.open("\(path)/\(token.id)/revoke")
            try await person.send("\(path)/\(token.id)/revoke")
            #expect(try await server.crm.tokens.token(secret: String(secret), now: server.now) == nil)
            #expect(try await person.open("\(path)/\(token.id)/revoke").status == 404)
        }
    }

    @Test func `an administrator adds a user who can sign in`() async throws {
        let server = try await TestServer()
        try await server.test { client in
            let person = try await server.person(client)
            let path = "\(server.root)/settings/users"
            #expect(try await person.open(path).says("admin@clinic.example"))
            let short = try await person.send(path, [("email", "front@clinic.example"), ("password", "short")])
            #expect(short.status == 422 && short.says("at least 10 characters"))
            #expect(short.says("value=\"front@clinic.example\"") && !short.says("value=\"short\""))
            let added = try await person.send(
                path, [("email", "front@clinic.example"), ("password", "front desk 2026"), ("role", "user")])
            #expect(try await person.follow(added).says("User added."))
            let colleague = Person(client)
            try await colleague.open("/sign-in")
            let answer = try await colleague.send(
                "/sign-in", [("email", "front@clinic.example"), ("password", "front desk 2026")])
            #expect(answer.status == 303)
            #expect(try await colleague.open(path).status == 403)
        }
    }

    @Test func `the theme is kept without a script`() async throws {
        let server = try await TestServer()
        try await server.test { client in
            let person = try await server.person(client)
            let answer = try await person.send("/theme", [("theme", "dark"), ("returnTo", "\(server.root)/forms")])
            #expect(answer.location == "\(server.root)/forms")
            #expect(try await person.follow(answer).says("data-theme=\"dark\""))
            try await person.send("/theme", [("theme", "auto"), ("returnTo", "https://evil.example")])
            #expect(try await !person.open("/accounts").says("data-theme=\"dark\""))
        }
    }

    @Test(arguments: ["console.css", "console-pages.css", "console.js", "icon.svg", "form.css"])
    func `the pages' files are served`(name: String) async throws {
        let server = try await TestServer()
        try await server.test { client in
            let answer = try await client.execute(uri: "/assets/\(name)", method: .get)
            #expect(answer.status == .ok && answer.body.readableBytes > 0)
            #expect(try await client.execute(uri: "/assets/console", method: .get).status == .notFound)
        }
    }
}
