import Attribution
import CRM
import Foundation
import HummingbirdTesting
import Testing

@testable import Server

@Suite struct CollectTests {
    @Test func `an ad landing becomes a contact that says Paid Search`() async throws {
        let server = try await TestServer()
        try await server.test { client in
            var browser = Browser(trackingID: server.account.trackingID)
            browser.landing = "https://clinic.example/botox?gclid=Cj0abc&utm_campaign=spring"
            browser.referrer = "https://www.google.com/"
            #expect(try await browser.send(browser.pageView(browser.landing), to: client).statuses == ["stored"])
            let answer = try await browser.send(
                browser.form(["email": "ann@example.com", "first_name": "Ann"]), to: client)
            #expect(answer.status == 202 && answer.statuses == ["stored"])
        }
        let contact = try #require(try await server.contacts().first)
        #expect(contact.first?.source == .paidSearch)
        #expect(contact.first?.record[.url] == "https://clinic.example/botox?gclid=Cj0abc&utm_campaign=spring")
        #expect(contact.first?.record[.pageURL] == "https://clinic.example/contact")
        #expect(contact.first?.record[.gclid] == "Cj0abc")
        #expect(contact.contact.properties[.firstName] == "Ann")
    }

    @Test func `page views alone make no contact`() async throws {
        let server = try await TestServer()
        try await server.test { client in
            let browser = Browser(trackingID: server.account.trackingID)
            _ = try await browser.send(browser.pageView("https://clinic.example/"), to: client)
        }
        #expect(try await server.contacts().isEmpty)
    }

    @Test func `the same event again is a duplicate and changes nothing`() async throws {
        let server = try await TestServer()
        try await server.test { client in
            let browser = Browser(trackingID: server.account.trackingID)
            let form = browser.form(["email": "ann@example.com"])
            #expect(try await browser.send(form, to: client).statuses == ["stored"])
            let again = try await browser.send(form, to: client)
            #expect(again.status == 202 && again.statuses == ["duplicate"])
        }
        #expect(try await server.contacts().count == 1)
    }

    @Test func `a form-encoded event reads fields in brackets, in order`() async throws {
        let server = try await TestServer()
        try await server.test { client in
            let body =
                "trackingId=\(server.account.trackingID)&eventId=\(UUID())&type=form_submission&url=https%3A%2F%2Fclinic.example%2F"
                + "&formId=f&fields%5Bemail%5D=ann%40example.com&fields[first_name]=Ann+B&fields[skin]=dry&fields[skin]=oily"
            let browser = Browser(trackingID: server.account.trackingID)
            let answer = try await browser.post(
                Data(body.utf8), contentType: "application/x-www-form-urlencoded", to: client)
            #expect(answer.statuses == ["stored"], "\(answer.body)")
        }
        let contact = try #require(try await server.contacts().first)
        #expect(contact.contact.properties[.firstName] == "Ann B")
        let submission = try #require(try await server.submissions().first)
        #expect(submission.fields.map(\.name) == ["email", "first_name", "skin"])
        #expect(submission.fields.last?.value == "dry, oily")
        #expect(submission.fields.last?.target == nil)
    }

    @Test func `two simultaneous submissions of one new address make one contact`() async throws {
        let server = try await TestServer()
        try await server.test { client in
            try await withThrowingTaskGroup(of: Int.self) { group in
                for _ in 0..<8 {
                    group.addTask {
                        let browser = Browser(trackingID: server.account.trackingID)
                        return try await browser.send(browser.form(["email": "New@Example.com "]), to: client).status
                    }
                }
                for try await status in group { #expect(status == 202) }
            }
        }
        #expect(try await server.contacts().count == 1)
        #expect(try await server.submissions().count == 8)
    }

    @Test func `an identification without an e-mail is malformed`() async throws {
        let server = try await TestServer()
        try await server.test { client in
            let browser = Browser(trackingID: server.account.trackingID)
            var event = browser.form(["first_name": "Ann"])
            event["type"] = "identify"
            let answer1 = try await browser.send(event, to: client)
            #expect(answer1.status == 400)
            event["fields"] = ["email": "ann@example.com"]
            event["eventId"] = UUID().uuidString
            let answer2 = try await browser.send(event, to: client)
            #expect(answer2.status == 202)
        }
        #expect(try await server.contacts().count == 1)
    }

    @Test func `a page's own event is kept with its data and touches no contact`() async throws {
        let server = try await TestServer()
        try await server.test { client in
            let browser = Browser(trackingID: server.account.trackingID)
            var event = browser.pageView("https://clinic.example/")
            event["type"] = "custom"
            event["name"] = "video"
            event["data"] = ["played": "\"50 %\"\n", "at": [1, 2]] as [String: Any]
            let answer = try await browser.send(event, to: client)
            #expect(answer.statuses == ["stored"])
        }
        let row = try #require(
            try await server.database.read { try $0.row("select name, data from custom_events") })
        let data: String = try row["data"]
        #expect(try row["name"] == "video")
        let read = try JSONSerialization.jsonObject(with: Data(data.utf8)) as? [String: Any]
        #expect(read?["played"] as? String == "\"50 %\"\n" && read?["at"] as? [Int] == [1, 2])
        #expect(try await server.contacts().isEmpty)
    }

    @Test func `a visitor id that is no UUID is absent, so that strangers never merge`() async throws {
        let server = try await TestServer()
        try await server.test { client in
            for (index, visitor) in ["null", "undefined", "1", "00000000-0000-0000-0000-000000000000"].enumerated() {
                var browser = Browser(trackingID: server.account.trackingID)
                browser.visitor = visitor
                _ = try await browser.send(browser.form(["email": "p\(index)@example.com"]), to: client)
            }
        }
        #expect(try await server.contacts().count == 4)
    }

    @Test func `the server's own cookie remembers a browser whose script has forgotten`() async throws {
        let server = try await TestServer()
        try await server.test { client in
            let browser = Browser(trackingID: server.account.trackingID)
            let first = try await browser.send(browser.pageView("https://clinic.example/"), to: client)
            let cookie = try #require(first.headers[.setCookie])
            #expect(cookie.contains(browser.visitor) && cookie.contains("HttpOnly") && cookie.contains("Secure"))
            #expect(cookie.contains("SameSite=Lax"))
            var forgetful = browser.pageView("https://clinic.example/")
            forgetful["visitorId"] = UUID().uuidString
            forgetful["newVisitor"] = true
            let body = try JSONSerialization.data(withJSONObject: forgetful)
            let response = try await client.executeRequest(
                uri: "/t/events", method: .post,
                headers: [
                    .cookie: String(cookie.prefix { $0 != ";" }), .userAgent: browser.userAgent,
                    .origin: "https://clinic.example",
                ],
                body: .init(bytes: body))
            #expect(String(buffer: response.body).contains(browser.visitor))
        }
    }

    @Test func `a website elsewhere gets no cookie of ours, nor does one under Global Privacy Control`() async throws {
        let server = try await TestServer(domains: [], publicURL: "https://leads.example.org")
        try await server.test { client in
            let browser = Browser(trackingID: server.account.trackingID)
            let answer = try await browser.send(browser.pageView("https://clinic.example/"), to: client)
            #expect(answer.headers[.setCookie] == nil)
        }
    }
}

extension TestServer {
    func contacts() async throws -> [ContactDetail] {
        try await crm.contacts.page(account.id, ContactQuery()).contacts
    }

    func submissions() async throws -> [Conversion] {
        try await crm.submissions.page(account.id, SubmissionQuery()).submissions
    }
}
