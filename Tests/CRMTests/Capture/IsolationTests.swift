import Attribution
import CRM
import Testing

/// Two accounts on one server never share anything, even when browsers send the same ids to both.
@Suite struct IsolationTests {
    @Test func `two accounts share neither visitors, contacts, sessions nor event ids`() async throws {
        let house = try await House()
        let one = try await Site(in: house, name: "One")
        let two = try await Site(in: house, name: "Two")
        let visit = one.visit(one.browser(), to: "https://clinic.example/?gclid=x")
        let copy = Visit(
            account: two.account, visitor: visit.visitor, session: visit.session,
            landing: CapturedLanding(url: "https://clinic.example/", referrer: nil, at: .on(1)), ids: visit.ids)
        let form = visit.form(["email": "ann@example.com", "first_name": "Ann"])
        let same = copy.form(["email": "ann@example.com", "first_name": "Other"])
        let twin = CaptureEvent(
            id: form.id, account: two.account, kind: same.kind, visitor: same.visitor, session: same.session,
            url: same.url, referrer: nil, occurredAt: same.occurredAt, landing: same.landing, browser: same.browser)
        try await one.record(visit.page(), form)
        #expect(try await two.record(twin) == [.stored])
        #expect(try await one.contact()[.firstName] == "Ann")
        #expect(try await two.contact()[.firstName] == "Other")
        #expect(try await one.contact().contact.first?.source == .paidSearch)
        #expect(try await two.contact().contact.first?.source == .direct)
        #expect(try await house.count("sessions") == 2)
        #expect(try await house.count("visitors") == 2)
    }

    @Test func `events of two accounts in one batch stay apart`() async throws {
        let house = try await House()
        let one = try await Site(in: house, name: "One")
        let two = try await Site(in: house, name: "Two")
        try await one.record(
            one.visit(one.browser()).form(["email": "ann@example.com", "city": "Rome"]),
            two.visit(two.browser()).form(["email": "ann@example.com", "city": "Oslo"]))
        #expect(try await one.contact()[.city] == "Rome")
        #expect(try await two.contact()[.city] == "Oslo")
    }

    @Test func `nothing of one account can be read or changed through another`() async throws {
        let house = try await House()
        let one = try await Site(in: house, name: "One")
        let two = try await Site(in: house, name: "Two")
        let held = one.visit(nil).form(["email": "bob@example.com"], suspicion: .bot)
        try await one.record(one.visit(one.browser()).form(["email": "ann@example.com"]), held)
        let contact = try await one.contact().contact.id
        let submission = try await one.submission(of: held).id
        let form = try await house.crm.forms.create(one.account, name: "Booking", now: .start)
        let (token, _) = try await house.crm.tokens.create(one.account, name: "Zap", scopes: [], now: .start)
        await #expect(throws: NotFound.contact) { try await two.contact(contact) }
        await #expect(throws: NotFound.contact) { try await two.edit(contact, [.city: "Oslo"], at: .on(1)) }
        await #expect(throws: NotFound.contact) { try await two.crm.contacts.delete(two.account, contact, now: .start) }
        await #expect(throws: NotFound.conversion) { try await two.crm.submissions.submission(two.account, submission) }
        await #expect(throws: NotFound.conversion) {
            try await two.crm.capture.release(two.account, submission, now: .on(1))
        }
        await #expect(throws: NotFound.conversion) { try await two.crm.capture.discard(two.account, submission) }
        await #expect(throws: NotFound.conversion) {
            try await two.crm.undo.split(two.account, submission, now: .on(1))
        }
        await #expect(throws: NotFound.form) { try await two.crm.forms.archive(two.account, form.id, now: .on(1)) }
        await #expect(throws: NotFound.token) { try await two.crm.tokens.revoke(two.account, token.id, now: .on(1)) }
        #expect(try await two.contacts().isEmpty)
        #expect(try await two.submissions().isEmpty)
    }
}
