import Attribution
import CRM
import Foundation
import HTTPTypes
import HummingbirdTesting
import NIOCore
import Testing

@testable import Server

@Suite struct HostedFormTests {
    private static let agent = "Mozilla/5.0 (Macintosh) AppleWebKit/605.1.15 Version/18.0 Safari/605.1.15"

    private func open(
        _ form: Form, query: String = "", referrer: String? = nil, _ client: any TestClientProtocol
    ) async throws -> String {
        var headers: HTTPFields = [.userAgent: Self.agent]
        headers[.referer] = referrer
        let page = try await client.executeRequest(
            uri: "/f/\(form.id)\(query)", method: .get, headers: headers, body: nil)
        #expect(page.status == .ok)
        return String(buffer: page.body)
    }

    private func hidden(_ name: String, in html: String) throws -> String {
        let mark = try #require(html.range(of: "name=\"\(name)\" value=\""))
        return String(html[mark.upperBound...].prefix { $0 != "\"" })
    }

    private func send(
        _ form: Form, _ html: String, _ values: [String: String], _ client: any TestClientProtocol
    ) async throws -> TestResponse {
        var values = values
        if values["_seal"] == nil { values["_seal"] = try hidden("_seal", in: html) }
        values["_event"] = try hidden("_event", in: html)
        let allowed = CharacterSet.alphanumerics
        let body = values.map { name, value in
            "\(name)=\(value.addingPercentEncoding(withAllowedCharacters: allowed) ?? "")"
        }.joined(separator: "&")
        return try await client.executeRequest(
            uri: "/f/\(form.id)", method: .post,
            headers: [.contentType: "application/x-www-form-urlencoded", .userAgent: Self.agent],
            body: ByteBuffer(string: body))
    }

    @Test func `a hosted form works without a script, and its own address and referrer are the landing`() async throws {
        let server = try await TestServer()
        var definition = FormDefinition.starter
        definition.source = "Spring flyer"
        let form = try await server.crm.forms.create(
            server.account.id, name: "Consultation", definition: definition, now: server.now)
        try await server.test { client in
            let html = try await open(
                form, query: "?utm_source=fb_ad&utm_campaign=spring", referrer: "https://l.facebook.com/", client)
            server.advance(by: 20_000)
            let answer = try await send(form, html, ["email": "ann@example.com", "first_name": "Ann"], client)
            #expect(answer.status == .ok)
            #expect(String(buffer: answer.body).contains("Thank you"))
        }
        let contact = try #require(try await server.contacts().first)
        #expect(contact.first?.source == .paidSocial)
        #expect(contact.first?.record[.medium] == "form")
        #expect(contact.first?.record[.mediumID] == form.id.rawValue)
        #expect(contact.first?.record[.utmCampaign] == "spring")
        #expect(contact.contact.contactSource == "Spring flyer")
        #expect(contact.tags.isEmpty)
    }

    @Test func `?source= of the page wins over the hidden value`() async throws {
        let server = try await TestServer()
        let form = try await server.crm.forms.create(server.account.id, name: "Consultation", now: server.now)
        try await server.test { client in
            let html = try await open(form, query: "?source=Front+desk", client)
            server.advance(by: 20_000)
            _ = try await send(form, html, ["email": "ann@example.com"], client)
        }
        #expect(try await server.contacts().first?.contact.contactSource == "Front desk")
    }

    @Test func `what is missing is said, what was typed stays, and nothing is stored`() async throws {
        let server = try await TestServer()
        let form = try await server.crm.forms.create(server.account.id, name: "Consultation", now: server.now)
        try await server.test { client in
            let html = try await open(form, client)
            server.advance(by: 20_000)
            let answer = try await send(
                form, html, ["email": "not an address", "first_name": "<script>alert(1)</script>"], client)
            #expect(answer.status == .unprocessableContent)
            let again = String(buffer: answer.body)
            #expect(again.contains("This is not a complete e-mail address."))
            #expect(again.contains("&lt;script&gt;") && !again.contains("<script>"))
        }
        #expect(try await server.submissions().isEmpty)
    }

    @Test func `a form sent twice by a double click is one submission`() async throws {
        let server = try await TestServer()
        let form = try await server.crm.forms.create(server.account.id, name: "Consultation", now: server.now)
        try await server.test { client in
            let html = try await open(form, client)
            server.advance(by: 20_000)
            _ = try await send(form, html, ["email": "ann@example.com"], client)
            _ = try await send(form, html, ["email": "ann@example.com"], client)
        }
        #expect(try await server.submissions().count == 1)
    }

    @Test(arguments: [
        (HeldReason.honeypot, [HostedSubmission.trap: "http://spam.example"], Milliseconds(20_000)),
        (.filledTooFast, [:], 200), (.staleForm, [:], 3 * .day + 1), (.bot, ["_seal": "forged.seal"], 20_000),
    ])
    func `a suspected submission is thanked for, held, and released by a person`(
        _ reason: HeldReason, _ extra: [String: String], _ pause: Milliseconds
    ) async throws {
        let server = try await TestServer()
        let form = try await server.crm.forms.create(server.account.id, name: "Consultation", now: server.now)
        try await server.test { client in
            let html = try await open(form, query: "?gclid=abc", client)
            server.advance(by: pause)
            let answer = try await send(
                form, html, ["email": "ann@example.com"].merging(extra) { _, new in new }, client)
            #expect(answer.status == .ok)
        }
        #expect(try await server.contacts().isEmpty)
        let held = try #require(try await server.submissions().first)
        #expect(held.status == .held && held.heldReason == reason)
        try await server.crm.capture.release(server.account.id, held.id, now: server.now)
        #expect(try await server.contacts().first?.first?.source == (reason == .bot ? .direct : .paidSearch))
    }

    @Test func `only the account's own pages may frame a hosted form`() async throws {
        let server = try await TestServer()
        let form = try await server.crm.forms.create(server.account.id, name: "Consultation", now: server.now)
        try await server.test { client in
            let page = try await client.executeRequest(uri: "/f/\(form.id)", method: .get, headers: [:], body: nil)
            let policy = try #require(page.headers[.contentSecurityPolicy])
            #expect(policy.contains("frame-ancestors https://clinic.example https://*.clinic.example"))
            #expect(policy.contains("default-src 'none'"))
            let missing = try await client.executeRequest(uri: "/f/nothing", method: .get, headers: [:], body: nil)
            #expect(missing.status == .notFound)
        }
    }

    @Test func `an embedded form is described as data, and its submission takes name and source from the server`()
        async throws
    {
        let server = try await TestServer()
        var definition = FormDefinition.starter
        definition.source = "Blog"
        let form = try await server.crm.forms.create(
            server.account.id, name: "Consultation", definition: definition, now: server.now)
        try await server.test { client in
            let response = try await client.executeRequest(
                uri: "/t/forms/\(form.id)", method: .get, headers: [.origin: "https://clinic.example"], body: nil)
            #expect(response.headers[.accessControlAllowOrigin] == "https://clinic.example")
            let wire = try #require(
                try JSONSerialization.jsonObject(with: Data(response.body.readableBytesView)) as? [String: Any])
            #expect(wire["trackingId"] as? String == server.account.trackingID)
            server.advance(by: 20_000)
            let browser = Browser(trackingID: server.account.trackingID)
            var event = browser.form(["email": "ann@example.com", "surprise": "x"])
            event["own"] = true
            event["formId"] = form.id.rawValue
            event["formName"] = "a lie"
            event["token"] = wire["startedAt"]
            #expect(try await browser.send(event, to: client).statuses == ["stored"])
        }
        let submission = try #require(try await server.submissions().first)
        #expect(submission.formName == "Consultation" && submission.kind == .ownForm)
        #expect(submission.fields.map(\.name) == ["source"] + FormDefinition.starter.fields.map(\.name))
        #expect(try await server.contacts().first?.contact.contactSource == "Blog")
    }

    @Test func `an international domain may frame the form under its ASCII name`() async throws {
        let server = try await TestServer(domains: ["clinic.example", "praxis-müller.example"])
        let form = try await server.crm.forms.create(server.account.id, name: "Consultation", now: server.now)
        try await server.test { client in
            let page = try await client.executeRequest(uri: "/f/\(form.id)", method: .get, headers: [:], body: nil)
            let policy = try #require(page.headers[.contentSecurityPolicy])
            #expect(
                policy.hasSuffix(
                    "frame-ancestors https://clinic.example https://*.clinic.example "
                        + "https://xn--praxis-mller-klb.example https://*.xn--praxis-mller-klb.example"))
        }
    }

    @Test func `a form that cannot be stored now comes back as it was sent, and says when to try again`() async throws {
        let server = try await TestServer { $0.mostWaitingEvents = 0 }
        let form = try await server.crm.forms.create(server.account.id, name: "Consultation", now: server.now)
        try await server.test { client in
            let html = try await open(form, client)
            server.advance(by: 20_000)
            let answer = try await send(form, html, ["email": "ann@example.com", "first_name": "Ann"], client)
            #expect(answer.status == .serviceUnavailable)
            #expect(answer.headers[.retryAfter] == "2")
            let again = String(buffer: answer.body)
            #expect(try hidden("_event", in: again) == hidden("_event", in: html))
            #expect(try hidden("_seal", in: again).isEmpty == false)
            try Golden.check(
                "hosted-form-refused", again.replacing(/(name="_seal" value=")[^"]*/) { "\($0.1)…" })
        }
        #expect(try await server.submissions().isEmpty)
    }

    @Test(arguments: [\ServerSettings.addressRate, \.accountRate])
    func `a hosted form takes its share of the limits, and is kept for who is past them`(
        _ limit: WritableKeyPath<ServerSettings, EventRate> & Sendable
    ) async throws {
        let server = try await TestServer {
            $0.limitsRates = true
            $0[keyPath: limit] = EventRate(perSecond: 10, savedUpFor: 1)
        }
        let form = try await server.crm.forms.create(server.account.id, name: "Consultation", now: server.now)
        try await server.test { client in
            let pages = [try await open(form, client), try await open(form, client)]
            server.advance(by: 20_000)
            let first = try await send(form, pages[0], ["email": "ann@example.com"], client)
            #expect(first.status == .ok)
            let second = try await send(form, pages[1], ["email": "bob@example.com"], client)
            #expect(second.status == .tooManyRequests)
            #expect(second.headers[.retryAfter] == "1")
            #expect(String(buffer: second.body).contains("bob@example.com"))
            server.advance(by: 1_000)
            let third = try await send(form, String(buffer: second.body), ["email": "bob@example.com"], client)
            #expect(third.status == .ok)
        }
        #expect(try await server.submissions().count == 2)
    }
}
