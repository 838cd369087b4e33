import CRM
import Foundation
import Testing

@testable import Server

/// Forms and their submissions, as programs read them.
@Suite struct APIFormsTests {
    private func send(_ server: TestServer, _ fields: [String: String], landing: String = "https://clinic.example/")
        async throws
    {
        try await server.test { client in
            var browser = Browser(trackingID: server.account.trackingID)
            browser.landing = landing
            let statuses = try await browser.send(browser.form(fields), to: client).statuses
            #expect(statuses == ["stored"])
        }
        server.advance(by: .minute)
    }

    @Test func `own forms are listed, newest first, page by page`() async throws {
        let server = try await TestServer()
        for name in ["One", "Two", "Three"] {
            server.advance(by: 1_000)
            _ = try await server.crm.forms.create(server.account.id, name: name, now: server.now)
        }
        try await server.api { api in
            let page = try await api.get("/forms/?limit=2&skip=1&locationId=\(server.account.locationID)")
            #expect(page["total"] as? Int == 3)
            #expect(page.text("forms.0.name") == "Two" && page.text("forms.1.name") == "One")
            #expect(page.text("forms.0.locationId") == server.account.locationID)
            #expect((try await api.get("/forms/?type=folder")["forms"] as? [Any])?.isEmpty == true)
            #expect(try await api.get("/forms/?limit=51").status == 422)
        }
    }

    @Test func `a submission is told with its answers, and with where its sender came from`() async throws {
        let server = try await TestServer()
        let budget = try await server.crm.fields.create(
            server.account.id, name: "Budget", type: .text, options: [], fillable: true, derivedFrom: nil,
            by: .command, now: server.now)
        try await send(
            server,
            [
                "email": "ann@example.com", "first_name": "Ann", "budget": "500", "shoe size": "39",
                "eventData": "forged",
            ], landing: "https://clinic.example/?utm_source=fb_ad&utm_campaign=spring&fbclid=F1")
        try await server.api { api in
            let answer = try await api.get("/forms/submissions?locationId=\(server.account.locationID)")
            #expect(answer["meta.total"] as? Int == 1 && answer.isNull("meta.nextPage"))
            #expect(answer.text("submissions.0.formId") == "contact")
            #expect(answer.text("submissions.0.name") == "Ann")
            #expect(answer.text("submissions.0.email") == "ann@example.com")
            let others = try #require(answer["submissions.0.others"] as? [String: Any])
            #expect(others["first_name"] as? String == "Ann")
            #expect(others[budget.id.rawValue] as? String == "500")
            #expect(others["shoe size"] as? String == "39")
            #expect((others["fieldsOriSequance"] as? [String])?.contains(budget.id.rawValue) == true)
            #expect(answer.text("submissions.0.others.eventData.source") == "Paid Social")
            #expect(answer.text("submissions.0.others.eventData.medium") == "External Form")
            #expect(answer.text("submissions.0.others.eventData.page.url") == "https://clinic.example/contact")
            #expect(answer.text("submissions.0.others.eventData.domain") == "clinic.example")
            #expect(answer.text("submissions.0.others.eventData.url_params.utm_campaign") == "spring")
            #expect(answer.text("submissions.0.attributionSource.sessionSource") == "Paid Social")
        }
    }

    @Test func `submissions are found by form, person and day, page by page`() async throws {
        let server = try await TestServer()
        for number in 1...7 { try await send(server, ["email": "p\(number)@example.com", "name": "Person \(number)"]) }
        let contact = try #require(
            try await server.contacts().first { $0.contact.properties[.email] == "p3@example.com" })
        try await server.api { api in
            let second = try await api.get("/forms/submissions?limit=3&page=2")
            #expect(second.text("submissions.0.email") == "p4@example.com")
            #expect(second["meta.nextPage"] as? Int == 3 && second["meta.prevPage"] as? Int == 1)
            let last = try await api.get("/forms/submissions?limit=3&page=3")
            #expect((last["submissions"] as? [Any])?.count == 1 && last.isNull("meta.nextPage"))
            let beyond = try await api.get("/forms/submissions?limit=3&page=9000000")
            #expect((beyond["submissions"] as? [Any])?.isEmpty == true && beyond["meta.total"] as? Int == 7)
            for words in [contact.contact.id.rawValue, "p3%40example.com", "PERSON+3"] {
                let found = try await api.get("/forms/submissions?q=\(words)")
                #expect(found.text("submissions.0.contactId") == contact.contact.id.rawValue)
                #expect(found["meta.total"] as? Int == 1)
            }
            #expect(try await api.get("/forms/submissions?q=nobody")["meta.total"] as? Int == 0)
            #expect(try await api.get("/forms/submissions?formId=contact")["meta.total"] as? Int == 7)
            #expect(try await api.get("/forms/submissions?formId=other")["meta.total"] as? Int == 0)
            let days = try await api.get("/forms/submissions?startAt=2026-11-02&endAt=2026-11-02")
            #expect(days["meta.total"] as? Int == 7)
            #expect(try await api.get("/forms/submissions?endAt=2026-11-01")["meta.total"] as? Int == 0)
            #expect(try await api.get("/forms/submissions?startAt=2026-11-03")["meta.total"] as? Int == 0)
            #expect(
                try await api.get("/forms/submissions?startAt=soon").problems == ["startAt must be a day as YYYY-MM-DD"]
            )
        }
    }

    @Test func `what is held or was thrown away is no submission yet`() async throws {
        let server = try await TestServer()
        try await send(server, ["name": "Nobody"])
        try await server.api { api in
            let total = try await api.get("/forms/submissions")["meta.total"] as? Int
            #expect(total == 0)
        }
    }

    @Test func `what is not built says so`() async throws {
        let server = try await TestServer()
        try await server.api { api in
            for path in ["/surveys/", "/surveys/submissions"] {
                let answer = try await api.get(path)
                #expect(answer.status == 501)
                #expect(answer.text("message")?.contains("not part of Headwater") == true)
            }
            #expect(try await api.post("/forms/upload-custom-files?contactId=x", [:]).status == 501)
        }
    }
}
