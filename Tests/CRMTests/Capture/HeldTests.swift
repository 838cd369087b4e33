import Attribution
import CRM
import Testing

/// A suspected submission waits for a person; nothing is dropped for suspicion.
@Suite struct HeldTests {
    @Test(arguments: [HeldReason.honeypot, .filledTooFast, .bot, .rateLimited])
    func `a suspected submission waits with its reason, and makes no contact`(reason: HeldReason) async throws {
        let site = try await Site()
        let form = site.visit(site.browser()).form(["email": "ann@example.com"], suspicion: reason)
        #expect(try await site.record(form) == [.held(reason)])
        #expect(try await site.record(form) == [.duplicate])
        let held = try await site.submission(of: form)
        #expect(held.status == .held)
        #expect(held.heldReason == reason)
        #expect(held.contact == nil)
        #expect(held.fields.map(\.value) == ["ann@example.com"])
        #expect(try await site.contacts().isEmpty)
        #expect(try await site.crm.submissions.heldCount(site.account) == 1)
    }

    @Test func `one that says not whom to write to waits, unless the visitor is known`() async throws {
        let site = try await Site()
        let visit = site.visit(site.browser())
        let empty = visit.form(["first_name": "Ann", "email": "nonsense"])
        try await site.record(empty)
        #expect(try await site.submission(of: empty).heldReason == .noContactDetails)
        try await site.record(visit.form(["phone": "+43 1 23456"], minute: 2))
        try await site.record(visit.form(["first_name": "Ann"], minute: 3))
        #expect(try await site.contact()[.firstName] == "Ann")
        #expect(try await site.submissions(.held).count == 1)
    }

    @Test func `a suspicious page view is nothing but a page view`() async throws {
        let site = try await Site()
        let visit = site.visit(site.browser())
        var page = visit.page()
        page.suspicion = .bot
        #expect(try await site.record(page) == [.stored])
        #expect(try await site.submissions().isEmpty)
    }

    @Test func `a release does what the arrival would have done`() async throws {
        let arrived = try await story(suspicion: nil)
        let released = try await story(suspicion: .bot)
        let id = try await released.submissions(.held).map(\.id)
        #expect(id.count == 1)
        for id in id { try await released.crm.capture.release(released.account, id, now: .on(40)) }
        let expected = try await arrived.contact()
        let found = try await released.contact()
        #expect(found.contact.properties == expected.contact.properties)
        #expect(found.contact.contactSource == expected.contact.contactSource)
        #expect(found.contact.timeZone == "Europe/Berlin")
        #expect(found.contact.createdAt == expected.contact.createdAt)
        #expect(found.contact.original == expected.contact.original)
        #expect(found.custom.values.sorted() == expected.custom.values.sorted())
        #expect(found.tags == expected.tags)
        #expect(found.visitors == expected.visitors)
        #expect(found.contact.first?.source == .paidSearch)
        for field in AttributionField.allCases where ![.submissionID].contains(field) {
            #expect(found.latest(field) == expected.latest(field), "\(field)")
        }
        #expect(found.latest?.record.createdAt == .on(3, minute: 1))
        #expect(found.latest?.record.carryOver == expected.latest?.record.carryOver)
        #expect(found.latest?.record.carryOver?.carriedFromAt == .on(1))
        #expect(try await released.sessions(of: found.contact.id).count == 3)
        #expect(try await arrived.sessions(of: expected.contact.id).count == 3)
        #expect(try await released.submissions().map(\.status) == [.accepted])
        #expect(try await released.house.texts("payload", of: "conversions") == [nil])
    }

    /// An ad, a direct visit with a form, and another ad after it.
    private func story(suspicion: HeldReason?) async throws -> Site {
        let site = try await Site()
        try await site.field("Doctor")
        let ann = site.browser()
        let direct = site.visit(ann, at: .on(3))
        try await site.record(site.visit(ann, to: "https://clinic.example/?gclid=g1", at: .on(1)).page())
        try await site.record(
            direct.page(), direct.form(["email": "ann@example.com", "doctor": "Who"], suspicion: suspicion))
        try await site.record(site.visit(ann, from: "https://www.facebook.com/", at: .on(4)).page())
        return site
    }

    @Test func `a released submission is matched as things stand now`() async throws {
        let site = try await Site()
        let form = site.visit(site.browser()).form(["email": "ann@example.com", "city": "Graz"], suspicion: .bot)
        try await site.record(form)
        let ann = try await site.create([.email: "ann@example.com"], at: .on(1))
        try await site.crm.capture.release(site.account, try await site.submission(of: form).id, now: .on(2))
        #expect(try await site.contact()[.city] == "Graz")
        let released = try await site.submission(of: form)
        #expect(released.contact == ann)
        try await site.undo(form, at: .on(3))
        #expect(try await site.contact(ann)[.city] == nil)
    }

    @Test func `fields that were mapped while it waited go where they go today`() async throws {
        let site = try await Site()
        let form = site.visit(site.browser()).form(["email": "ann@example.com", "input_7": "Graz"], suspicion: .bot)
        try await site.record(form)
        try await site.crm.fields.map(site.account, fieldNamed: "input_7", to: .property(.city))
        try await site.crm.capture.release(site.account, try await site.submission(of: form).id, now: .on(2))
        #expect(try await site.contact()[.city] == "Graz")
        #expect(try await site.submission(of: form).fields.last?.target == "property:city")
    }

    @Test func `a submission is released or discarded once`() async throws {
        let site = try await Site()
        let visit = site.visit(site.browser())
        let one = visit.form(["email": "ann@example.com"], suspicion: .bot)
        let two = visit.form(["email": "bob@example.com"], suspicion: .bot)
        try await site.record(one, two)
        let first = try await site.submission(of: one).id
        let second = try await site.submission(of: two).id
        try await site.crm.capture.release(site.account, first, now: .on(1))
        try await site.crm.capture.discard(site.account, second)
        for id in [first, second] {
            await #expect(throws: NotFound.conversion) {
                try await site.crm.capture.release(site.account, id, now: .on(2))
            }
            await #expect(throws: NotFound.conversion) { try await site.crm.capture.discard(site.account, id) }
        }
        #expect(try await site.contact()[.email] == "ann@example.com")
        #expect(try await site.submissions(.discarded).map(\.event) == [two.id])
        #expect(try await site.house.texts("payload", of: "conversions") == [nil, nil])
    }

    @Test func `an identification that waited and changes nothing leaves the list when it is released`() async throws {
        let site = try await Site()
        try await site.record(site.visit(site.browser()).form(["email": "ann@example.com"]))
        var event = site.visit(site.browser(), at: .on(1)).identify(["email": "ann@example.com"])
        event.suspicion = .rateLimited
        try await site.record(event)
        try await site.crm.capture.release(site.account, try await site.submission(of: event).id, now: .on(2))
        #expect(try await site.submissions().map(\.kind) == [.externalForm])
        #expect(try await site.house.count("attributions") == 1)
    }

    @Test(arguments: [(IPStorage.never, nil), (.cut, "198.51.100.0"), (.whole, "198.51.100.7")])
    func `what waits keeps no more of the address than the account allows`(storage: IPStorage, kept: String?)
        async throws
    {
        let site = try await Site { $0.ipStorage = storage }
        let form = site.visit(site.browser()).form(["email": "ann@example.com"], suspicion: .bot)
        try await site.record(form)
        let payload = try #require(try await site.house.texts("payload", of: "conversions").first ?? nil)
        #expect(payload.contains("198.51.100.7") == (storage == .whole))
        try await site.crm.capture.release(site.account, try await site.submission(of: form).id, now: .on(1))
        #expect(try await site.contact().latest(.ip) == kept)
        #expect(try await site.contact().contact.timeZone == "Europe/Berlin")
    }
}
