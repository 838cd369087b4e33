import CRM
import Foundation
import HTTPTypes
import HummingbirdTesting
import Testing

@testable import Server

@Suite struct RefusalTests {
    /// What is sent, and what the server must say of it.
    struct Case: CustomTestStringConvertible {
        let name: String
        let status: Int
        let reason: String?
        let body: @Sendable (Browser) -> Data

        var testDescription: String { name }
    }

    private static func json(_ object: Any) -> Data {
        (try? JSONSerialization.data(withJSONObject: object)) ?? Data()
    }

    private static func changed(_ browser: Browser, _ changes: [String: Any?]) -> Data {
        var event = browser.form(["email": "ann@example.com"])
        for (key, value) in changes { event[key] = value }
        return json(event)
    }

    static let cases = [
        Case(name: "no JSON", status: 400, reason: "malformed") { _ in Data("hello".utf8) },
        Case(name: "an empty body", status: 400, reason: "malformed") { _ in Data() },
        Case(name: "an empty list", status: 400, reason: "malformed") { _ in Data("[]".utf8) },
        Case(name: "a list of numbers", status: 400, reason: "malformed") { _ in Data("[1,2]".utf8) },
        Case(name: "half a JSON", status: 400, reason: "malformed") { Data(Self.changed($0, [:]).dropLast(3)) },
        Case(name: "brackets without end", status: 400, reason: "malformed") { _ in
            Data(repeating: 0x5B, count: 100_000)
        },
        Case(name: "an unknown tracking id", status: 404, reason: "unknown_tracking_id") {
            Self.changed($0, ["trackingId": "tk_nobody"])
        },
        Case(name: "no tracking id", status: 400, reason: "malformed") {
            Self.changed($0, ["trackingId": nil as String?])
        },
        Case(name: "an event id that is no UUID", status: 400, reason: "malformed") {
            Self.changed($0, ["eventId": "7"])
        },
        Case(name: "an unknown type", status: 400, reason: "malformed") { Self.changed($0, ["type": "explode"]) },
        Case(name: "a page that is no web address", status: 400, reason: "malformed") {
            Self.changed($0, ["url": "javascript:alert(1)"])
        },
        Case(name: "a field of 1 MB", status: 413, reason: "too_large") {
            Self.changed(
                $0, ["fields": ["email": "ann@example.com", "message": String(repeating: "x", count: 1_000_000)]])
        },
        Case(name: "an event of 100 KB", status: 413, reason: "too_large") {
            Self.changed(
                $0, ["fields": ["email": "ann@example.com", "message": String(repeating: "x", count: 100_000)]])
        },
        Case(name: "a body of 10 MB", status: 413, reason: "too_large") { _ in Data(repeating: 0x20, count: 10_000_000)
        },
        Case(name: "51 events", status: 413, reason: "too_large") { browser in
            Self.json((0..<51).map { _ in browser.pageView("https://clinic.example/") })
        },
    ]

    @Test(arguments: cases) func `a refusal says why, writes nothing and can be read across origins`(_ refused: Case)
        async throws
    {
        let server = try await TestServer()
        try await server.test { client in
            let browser = Browser(trackingID: server.account.trackingID)
            let answer = try await browser.post(refused.body(browser), to: client)
            #expect(answer.status == refused.status)
            #expect(answer.dropped == refused.reason)
            #expect(answer.headers[.accessControlAllowOrigin] == "https://clinic.example")
            #expect(answer.headers[.accessControlExposeHeaders]?.contains("X-Headwater-Dropped") == true)
        }
        #expect(try await server.contacts().isEmpty)
        #expect(try await server.submissions().isEmpty)
    }

    @Test func `one bad event does not take the others of its batch along`() async throws {
        let server = try await TestServer()
        try await server.test { client in
            let browser = Browser(trackingID: server.account.trackingID)
            var bad = browser.form(["email": "bad@example.com"])
            bad["eventId"] = "no uuid"
            let answer = try await browser.send(
                bad, browser.form(["email": "good@example.com"]), browser.pageView("https://clinic.example/"),
                to: client)
            #expect(answer.status == 202)
            #expect(answer.statuses == ["dropped", "stored", "stored"])
        }
        #expect(try await server.contacts().map { $0.contact.properties[.email] } == ["good@example.com"])
    }

    @Test(arguments: [
        ("https://clinic.example", 202), ("https://shop.clinic.example:8443", 202), ("https://evil.example", 403),
        ("https://notclinic.example", 403), ("null", 403), ("https://evilclinic.example", 403),
        ("https://clinic.example.evil.example", 403), ("https://clinic.example@evil.example", 403),
        ("https://evil.example/clinic.example", 403), ("http://clinic.example:80", 202),
        ("HTTPS://CLINIC.EXAMPLE", 202),
        ("https://xn--clinic-.example", 403), ("file://", 403), ("https://clinic.example.", 202), ("", 403),
    ])
    func `only the account's own websites may send, once it lists them`(_ origin: String, _ status: Int) async throws {
        let server = try await TestServer()
        try await server.test { client in
            var browser = Browser(trackingID: server.account.trackingID)
            browser.origin = origin
            let answer = try await browser.send(browser.form(["email": "ann@example.com"]), to: client)
            #expect(answer.status == status)
            #expect(answer.dropped == (status == 403 ? "origin_not_allowed" : nil))
        }
    }

    @Test func `without an Origin the page's own host is judged; without domains anyone may send`() async throws {
        let listed = try await TestServer()
        try await listed.test { client in
            var browser = Browser(trackingID: listed.account.trackingID)
            browser.origin = nil
            let view1 = try await browser.send(browser.pageView("https://clinic.example/"), to: client)
            #expect(view1.status == 202)
            let view2 = try await browser.send(browser.pageView("https://evil.example/"), to: client)
            #expect(view2.status == 403)
        }
        let open = try await TestServer(domains: [])
        try await open.test { client in
            var browser = Browser(trackingID: open.account.trackingID)
            browser.origin = "null"
            let view3 = try await browser.send(browser.pageView("https://anything.example/"), to: client)
            #expect(view3.status == 202)
        }
    }

    @Test func `too many page views are told when to come again`() async throws {
        let server = try await TestServer {
            $0.limitsRates = true
            $0.addressRate = EventRate(perSecond: 2, savedUpFor: 300)
        }
        try await server.test { client in
            let browser = Browser(trackingID: server.account.trackingID)
            var last: Browser.Answer?
            for _ in 0..<13 {
                let views = (0..<50).map { _ in browser.pageView("https://clinic.example/") }
                last = try await browser.post(try JSONSerialization.data(withJSONObject: views), to: client)
            }
            #expect(last?.status == 429 && last?.dropped == "rate_limited")
            #expect(last?.headers[.retryAfter].flatMap(Int.init) ?? 0 > 0)
        }
    }

    @Test func `a server with too much to do says when to come again, and stores nothing`() async throws {
        let server = try await TestServer { $0.mostWaitingEvents = 1 }
        try await server.test { client in
            let browser = Browser(trackingID: server.account.trackingID)
            let two = try await browser.send(
                browser.pageView("https://clinic.example/"), browser.form(["email": "ann@example.com"]), to: client)
            #expect(two.status == 503 && two.dropped == "overloaded" && two.headers[.retryAfter] == "2")
            let one = try await browser.send(browser.form(["email": "ann@example.com"]), to: client)
            #expect(one.status == 202)
        }
        #expect(try await server.submissions().count == 1)
    }

    @Test func `a program's page view is counted and not stored, its form is held and not lost`() async throws {
        let server = try await TestServer()
        try await server.test { client in
            var browser = Browser(trackingID: server.account.trackingID)
            browser.userAgent = "Mozilla/5.0 (compatible; Googlebot/2.1; +http://www.google.com/bot.html)"
            let view = try await browser.send(browser.pageView("https://clinic.example/"), to: client)
            #expect(view.status == 202 && view.dropped == "bot" && view.statuses == ["dropped"])
            let form = try await browser.send(browser.form(["email": "ann@example.com"]), to: client)
            #expect(form.status == 202 && form.statuses == ["stored"])
        }
        #expect(try await server.contacts().isEmpty)
        let held = try #require(try await server.submissions().first)
        #expect(held.status == .held && held.heldReason == .bot)
        let day = server.now / .day
        let refusals = try await server.crm.submissions.refusals(server.account.id, sinceDay: day, latelySinceDay: day)
        #expect(refusals == [RefusalCount(cause: .crawler, count: 1, lately: 1)])
        try await server.crm.capture.release(server.account.id, held.id, now: server.now)
        #expect(try await server.contacts().count == 1)
    }

    @Test func `an account that is flooded from many addresses keeps its forms, and others keep their share`()
        async throws
    {
        let server = try await TestServer(domains: []) {
            $0.limitsRates = true
            $0.trustedProxies = TrustedProxies("127.0.0.1") ?? .none
            $0.accountRate = EventRate(perSecond: 1, savedUpFor: 40)
        }
        let other = try await server.crm.accounts.create(name: "Other", domains: [], now: server.now)
        try await server.test { client in
            let browser = Browser(trackingID: server.account.trackingID)
            let views = (0..<50).map { _ in browser.pageView("https://clinic.example/") }
            let flood = try await browser.post(try JSONSerialization.data(withJSONObject: views), to: client)
            #expect(flood.statuses.count { $0 == "stored" } == 40 && flood.dropped == "rate_limited")
            let form = try await browser.send(browser.form(["email": "ann@example.com"]), to: client)
            #expect(form.statuses == ["stored"])
            let stranger = Browser(trackingID: other.trackingID)
            let visit = try await stranger.send(stranger.pageView("https://x.example/"), to: client)
            #expect(visit.statuses == ["stored"])
        }
    }

    /// What is sent, what the operator's counter says of a page view, and why a form is held.
    @Test(
        arguments: [
            ("Mozilla/5.0 (X11; Linux x86_64) HeadlessChrome/131.0", nil, RefusalCause.headless, HeldReason.headless),
            ("Mozilla/5.0 (Windows NT 10.0) Firefox/144.0", "https://semalt.com/", .referrerSpam, .referrerSpam),
            ("python-requests/2.32.3", nil, .crawler, .bot),
        ] as [(String, String?, RefusalCause, HeldReason)])
    func `every sign is counted by itself and holds a form for its own reason`(
        _ agent: String, _ referrer: String?, _ cause: RefusalCause, _ reason: HeldReason
    ) async throws {
        let server = try await TestServer()
        try await server.test { client in
            var browser = Browser(trackingID: server.account.trackingID)
            browser.userAgent = agent
            var view = browser.pageView("https://clinic.example/")
            view["referrer"] = referrer
            var form = browser.form(["email": "ann@example.com"])
            form["referrer"] = referrer
            let answer = try await browser.send(view, form, to: client)
            #expect(answer.statuses == ["dropped", "stored"] && answer.dropped == "bot")
        }
        let day = server.now / .day
        let refusals = try await server.crm.submissions.refusals(server.account.id, sinceDay: day, latelySinceDay: day)
        #expect(refusals == [RefusalCount(cause: cause, count: 1, lately: 1)])
        #expect(try await server.submissions().map(\.heldReason) == [reason])
    }

    @Test func `a browser that says that it is steered is believed`() async throws {
        let server = try await TestServer()
        try await server.test { client in
            let browser = Browser(trackingID: server.account.trackingID)
            var view = browser.pageView("https://clinic.example/")
            view["webdriver"] = true
            let seen = try await browser.send(view, to: client)
            #expect(seen.dropped == "bot")
            var form = browser.form(["email": "ann@example.com"])
            form["webdriver"] = true
            let sent = try await browser.send(form, to: client)
            #expect(sent.statuses == ["stored"])
        }
        #expect(try await server.submissions().map(\.heldReason) == [.headless])
    }

    @Test func `an owner's own visits are left out`() async throws {
        let server = try await TestServer()
        try await server.test { client in
            let browser = Browser(trackingID: server.account.trackingID)
            let seen = try await client.executeRequest(uri: "/t/self-exclude", method: .get, headers: [:], body: nil)
            #expect(seen.status == .ok && seen.headers[.setCookie] == nil)
            #expect(String(buffer: seen.body).contains("Leave this browser out"))
            let page = try await client.executeRequest(
                uri: "/t/self-exclude", method: .post, headers: [.origin: "https://leads.clinic.example"],
                body: .init(string: "do=exclude"))
            #expect(String(buffer: page.body).contains("no longer counted"))
            let cookie = try #require(page.headers[.setCookie])
            let response = try await client.executeRequest(
                uri: "/t/events", method: .post,
                headers: [.cookie: String(cookie.prefix { $0 != ";" }), .userAgent: browser.userAgent],
                body: .init(
                    bytes: try JSONSerialization.data(withJSONObject: browser.pageView("https://clinic.example/"))))
            #expect(response.headers[.dropped] == "self_excluded")
        }
    }

    @Test(
        arguments: [
            ([:], "do=exclude", 403), ([.origin: "https://evil.example"], "do=exclude", 403),
            ([HTTPField.Name.known("Sec-Fetch-Site"): "cross-site"], "do=exclude", 403),
            ([.origin: "https://leads.clinic.example"], "do=else", 400),
            ([.origin: "https://leads.clinic.example"], "", 400),
            ([HTTPField.Name.known("Sec-Fetch-Site"): "same-origin"], "do=include", 200),
        ] as [(HTTPFields, String, Int)])
    func `only the page's own button leaves a browser out`(headers: HTTPFields, body: String, status: Int) async throws
    {
        try await TestServer().test { client in
            let answer = try await client.executeRequest(
                uri: "/t/self-exclude", method: .post, headers: headers, body: .init(string: body))
            #expect(answer.status.code == status)
            #expect((answer.headers[.setCookie] != nil) == (status == 200))
        }
    }
}
