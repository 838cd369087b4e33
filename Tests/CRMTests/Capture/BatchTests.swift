import Attribution
import CRM
import Testing

/// Every event is stored once, and a later event of a batch sees what an earlier one did.
@Suite struct BatchTests {
    @Test func `the same event twice is stored once, in one batch and in two`() async throws {
        let site = try await Site()
        let visit = site.visit(site.browser())
        let page = visit.page()
        let form = visit.form(["email": "ann@example.com"])
        #expect(try await site.record(page, page, form, form) == [.stored, .duplicate, .stored, .duplicate])
        #expect(try await site.record(form, page, now: .on(2)) == [.duplicate, .duplicate])
        #expect(try await site.house.count("page_views") == 1)
        #expect(try await site.house.count("conversions") == 1)
        #expect(try await site.house.count("attributions") == 1)
        #expect(try await site.contact().contact.updatedAt == .on(0, minute: 1))
    }

    @Test func `a conversion stays a duplicate after its contact is gone`() async throws {
        let site = try await Site()
        let form = site.visit(site.browser()).form(["email": "ann@example.com"])
        try await site.record(form)
        try await site.crm.contacts.delete(site.account, try await site.contact().contact.id, now: .start)
        #expect(try await site.record(form, now: .on(9)) == [.duplicate])
        #expect(try await site.contacts().isEmpty)
    }

    @Test func `a page view and a form of one batch are one visit of one contact`() async throws {
        let site = try await Site()
        let visit = site.visit(site.browser(), to: "https://clinic.example/?gclid=x")
        try await site.record(
            visit.page(), visit.page("https://clinic.example/contact", minute: 1),
            visit.form(["email": "ann@example.com"]))
        let contact = try await site.contact()
        #expect(contact.contact.first?.source == .paidSearch)
        let touches = try await site.crm.contacts.journey(site.account, contact.contact.id).sessions
        #expect(touches.map(\.session.id) == [try #require(visit.session)])
        #expect(touches.first?.session.pageViews == 2)
        #expect(touches.first?.session.conversions == 1)
        #expect(
            touches.first?.pages.map(\.url) == ["https://clinic.example/?gclid=x", "https://clinic.example/contact"])
    }

    @Test func `two submissions of one new address in one batch make one contact`() async throws {
        let site = try await Site()
        let one = site.visit(site.browser()).form(["email": "Ann@Example.com", "first_name": "Ann"])
        let two = site.visit(site.browser()).form(["email": "ann@example.com ", "city": "Graz"])
        #expect(try await site.record(one, two) == [.stored, .stored])
        let contact = try await site.contact()
        #expect(contact[.firstName] == "Ann")
        #expect(contact[.city] == "Graz")
        #expect(contact[.email] == "Ann@Example.com")
        #expect(contact.visitors.count == 2)
    }

    @Test func `two servers that bring one new address at the same time make one contact`() async throws {
        let site = try await Site()
        let other = try site.house.second()
        let forms = (1...8).map { _ in site.visit(site.browser()).form(["email": "ann@example.com"]) }
        try await withThrowingTaskGroup(of: Void.self) { group in
            for (number, form) in forms.enumerated() {
                let capture = number.isMultiple(of: 2) ? site.crm.capture : other.crm.capture
                group.addTask { _ = try await capture.record([form], now: .start) }
            }
            try await group.waitForAll()
        }
        try other.database.close()
        #expect(try await site.contacts().count == 1)
        #expect(try await site.house.count("conversions") == 8)
    }

    @Test func `an application that identifies whom the batch has just made adds no conversion`() async throws {
        let site = try await Site()
        let visit = site.visit(site.browser())
        try await site.record(
            visit.form(["email": "ann@example.com"]),
            visit.identify(["email": "ann@example.com", "city": "Graz"], minute: 2),
            visit.identify(["email": "ann@example.com"], minute: 3))
        #expect(try await site.contact()[.city] == "Graz")
        #expect(try await site.submissions().map(\.kind) == [.externalForm])
        #expect(try await site.house.count("attributions") == 1)
        #expect(try await site.house.count("conversions") == 2)
    }

    @Test func `an address that was given up earlier in the batch matches no more`() async throws {
        let site = try await Site()
        let anns = site.visit(site.browser())
        try await site.record(anns.form(["email": "ann@example.com"]))
        try await site.record(
            anns.form(["email": "ann@new.example"], minute: 2),
            site.visit(site.browser(), at: .on(1)).form(["email": "ann@example.com"]))
        #expect(try await site.contacts().count == 2)
        #expect(try await site.contact(.email, "ann@new.example").additionalEmails == ["ann@example.com"])
    }

    @Test func `the submissions of a batch are listed in the order they came in`() async throws {
        let site = try await Site()
        let visit = site.visit(site.browser())
        let forms = (1...9).map { visit.form(["email": "ann@example.com"], named: "Form \($0)") }
        _ = try await site.crm.capture.record(forms, now: .on(1))
        #expect(try await site.submissions().map(\.event) == forms.reversed().map(\.id))
    }

    @Test func `a batch of a thousand events is stored whole`() async throws {
        let site = try await Site()
        var events: [CaptureEvent] = []
        for number in 0..<250 {
            let visit = site.visit(site.browser(), at: .on(0, minute: number))
            events += [
                visit.page(), visit.page(minute: 1), visit.page(minute: 2),
                visit.form(["email": "a\(number)@example.com"]),
            ]
        }
        let answers = try await site.crm.capture.record(events, now: .on(1))
        #expect(answers == Array(repeating: .stored, count: 1_000))
        #expect(try await site.house.count("page_views") == 750)
        #expect(try await site.house.count("contacts") == 250)
    }

    @Test func `a batch that cannot be written leaves nothing behind`() async throws {
        let site = try await Site()
        let visit = site.visit(site.browser())
        let nowhere = Visit(
            account: AccountID(rawValue: 99), visitor: nil, session: nil, landing: visit.landing, ids: visit.ids)
        await #expect(throws: (any Error).self) {
            try await site.record(visit.form(["email": "ann@example.com"]), nowhere.page())
        }
        #expect(try await site.house.count("event_ids") == 0)
        #expect(try await site.contacts().isEmpty)
    }

    @Test func `an empty batch has no answers`() async throws {
        let site = try await Site()
        #expect(try await site.crm.capture.record([], now: .start).isEmpty)
    }

    @Test func `refusals are counted by day and cause`() async throws {
        let site = try await Site()
        func refuse(_ causes: RefusalCause..., at now: Milliseconds) async throws {
            let refused = causes.map { RefusedEvent(account: site.account, cause: $0) }
            _ = try await site.crm.capture.record([], refused: refused, now: now)
        }
        try await refuse(.malformed, .crawler, .crawler, at: .start)
        try await refuse(.crawler, at: .on(1))
        let day = Milliseconds.start / .day
        let all = try await site.crm.submissions.refusals(site.account, sinceDay: day, latelySinceDay: day + 1)
        let crawlers = RefusalCount(cause: .crawler, count: 3, lately: 1)
        #expect(all == [crawlers, RefusalCount(cause: .malformed, count: 1, lately: 0)])
        let late = try await site.crm.submissions.refusals(site.account, sinceDay: day + 1, latelySinceDay: day + 1)
        #expect(late == [RefusalCount(cause: .crawler, count: 1, lately: 1)])
    }
}
