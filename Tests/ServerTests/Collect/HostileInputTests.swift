import Attribution
import CRM
import Foundation
import HummingbirdTesting
import NIOCore
import Testing

@testable import Server

@Suite struct HostileInputTests {
    @Test func `U+0000 and invalid UTF-8 become replacement characters`() async throws {
        let server = try await TestServer()
        try await server.test { client in
            let browser = Browser(trackingID: server.account.trackingID)
            var body = try JSONSerialization.data(
                withJSONObject: browser.form([
                    "email": "ann@example.com", "first_name": "A\u{0}n@@", "city": "x\\u0000",
                ]))
            if let range = body.range(of: Data("@@".utf8)) { body.replaceSubrange(range, with: [0xFF, 0xC3]) }
            #expect(try await browser.post(body, to: client).statuses == ["stored"])
        }
        let contact = try #require(try await server.contacts().first)
        #expect(contact.contact.properties[.firstName] == "A\u{FFFD}n\u{FFFD}\u{FFFD}")
        #expect(contact.contact.properties[.city] == "x\\u0000")
    }

    @Test func `an address with 5,000 parameters is read as far as it counts and kept as far as it fits`() async throws
    {
        let server = try await TestServer()
        let many = (0..<5_000).map { "p\($0)=\($0)" }.joined(separator: "&")
        try await server.test { client in
            var browser = Browser(trackingID: server.account.trackingID)
            browser.landing = "https://clinic.example/?gclid=abc&\(many)"
            let sent1 = try await browser.send(browser.form(["email": "ann@example.com"]), to: client)
            #expect(sent1.statuses == ["stored"])
        }
        let first = try #require(try await server.contacts().first?.first)
        #expect(first.source == .paidSearch)
        #expect((first.record[.url]?.utf8.count ?? 0) <= 8_192)
    }

    @Test func `a script tag in every tag is kept as the text it is`() async throws {
        let server = try await TestServer()
        let script = "%3Cscript%3Ealert(1)%3C%2Fscript%3E"
        try await server.test { client in
            var browser = Browser(trackingID: server.account.trackingID)
            browser.landing =
                "https://clinic.example/?utm_source=\(script)&utm_campaign=\(script)&utm_content=\(script)"
            _ = try await browser.send(browser.form(["email": "ann@example.com"]), to: client)
        }
        let record = try #require(try await server.contacts().first?.first?.record)
        #expect(record[.utmSource] == "<script>alert(1)</script>")
        #expect(record[.utmContent] == "<script>alert(1)</script>")
    }

    @Test func `secrets in an address are dropped before storage`() async throws {
        let server = try await TestServer()
        try await server.test { client in
            var browser = Browser(trackingID: server.account.trackingID)
            browser.landing = "https://user:pw@clinic.example/?token=s3cret&utm_source=adwords"
            _ = try await browser.send(browser.form(["email": "ann@example.com"]), to: client)
        }
        #expect(
            try await server.contacts().first?.first?.record[.url]
                == "https://clinic.example/?token=&utm_source=adwords")
    }

    @Test
    func `a clock that runs backwards cannot put the landing after the form, nor anything outside the last 30 days`()
        async throws
    {
        let server = try await TestServer()
        try await server.test { client in
            let browser = Browser(trackingID: server.account.trackingID)
            var event = browser.form(["email": "ann@example.com"])
            event["occurredAt"] = 1_000
            event["sentAt"] = 500
            event["landingAt"] = 9_999_999_999_999
            let answer2 = try await browser.send(event, to: client)
            #expect(answer2.statuses == ["stored"])
            var old = browser.form(["email": "old@example.com"])
            old["occurredAt"] = "1999-01-01T00:00:00Z"
            old["sentAt"] = "2026-11-02T00:00:00.000Z"
            old["sessionId"] = UUID().uuidString
            let late3 = try await browser.send(old, to: client)
            #expect(late3.statuses == ["stored"])
        }
        for contact in try await server.contacts() {
            let at = try #require(contact.first?.record.createdAt)
            #expect(at <= server.now && at >= server.now - 30 * .day)
        }
    }

    @Test func `what a browser may not write is kept as an unmapped field`() async throws {
        let server = try await TestServer()
        try await server.test { client in
            let browser = Browser(trackingID: server.account.trackingID)
            _ = try await browser.send(
                browser.form([
                    "email": "ann@example.com", "tags": "vip", "id": "1", "dnd": "true", "sessionSource": "Paid Search",
                    "contact.first_attribution_session_source": "Paid Search", "assignedTo": "me", "dateAdded": "1999",
                ]), to: client)
        }
        let contact = try #require(try await server.contacts().first)
        #expect(contact.tags == ["external form: Contact us"])
        #expect(contact.first?.source == .direct)
        let submission = try #require(try await server.submissions().first)
        #expect(submission.fields.filter { $0.target == nil }.count == 7)
    }

    @Test(arguments: [
        "\"", "{", "[[[[", "{\"a\":", "\"\\ud800\"", "\"\\u12", "1e999", "-", "tru", "{\"a\" 1}", "[1,]", "{,}",
    ])
    func `the reader of JSON never traps on what is none`(_ text: String) {
        _ = WireReader.read(Array(text.utf8))
    }

    @Test func `the reader of JSON keeps order, escapes and surrogate pairs`() {
        let value = WireReader.read(Array(#" {"b":"\u00e9\ud83d\ude00\n","a":[1.50,true,null,"x"]} "#.utf8))
        #expect(value?["b"] == .string("é😀\n"))
        #expect(value?["a"] == .array([.number("1.50"), .bool(true), .null, .string("x")]))
        #expect(WireReader.read(Array("{} {}".utf8)) == nil)
    }

    @Test func `an event of thousands of empty fields is too large, with hardly a letter in it`() async throws {
        let server = try await TestServer()
        try await server.test { client in
            let browser = Browser(trackingID: server.account.trackingID)
            let fields = Dictionary(uniqueKeysWithValues: (1_000..<9_000).map { ("\($0)", "") })
            let answer = try await browser.send(browser.form(fields), to: client)
            #expect(answer.status == 413 && answer.dropped == "too_large")
        }
    }

    @Test func `a label belongs to the field of its name, and the first of two counts`() throws {
        let text = """
            {"eventId": "\(UUID())", "type": "form_submission", "url": "https://clinic.example/",
             "fields": {"a": "1", "b": "2"}, "labels": {"b": "Bee", "a": "", "b": "Wasp", "c": "Sea"}}
            """
        let value = try #require(WireReader.read(Array(text.utf8)))
        let event = try WireEvent(value, received: TestServer.start)
        #expect(event.fields.map(\.label) == [nil, "Bee"])
    }

    @Test func `a body that is too large to forget anything by is refused like every other`() async throws {
        let server = try await TestServer()
        try await server.test { client in
            let response = try await client.executeRequest(
                uri: "/t/forget", method: .post, headers: [.origin: "https://clinic.example"],
                body: ByteBuffer(repeating: 0x20, count: 300_000))
            #expect(response.status == .contentTooLarge)
            #expect(response.headers[.dropped] == "too_large")
        }
    }
}
