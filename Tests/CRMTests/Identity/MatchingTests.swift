import Attribution
import CRM
import Testing

/// Which contact a submission belongs to.
@Suite struct MatchingTests {
    @Test func `the e-mail counts before the visitor`() async throws {
        let site = try await Site()
        let bob = try await site.create([.email: "bob@example.com"])
        let visit = site.visit(site.browser())
        try await site.record(visit.form(["email": "ann@example.com"]))
        try await site.record(visit.form(["email": "bob@example.com", "city": "Graz"], minute: 2))
        #expect(try await site.contact(bob)[.city] == "Graz")
        #expect(try await site.contact(.email, "ann@example.com")[.city] == nil)
        #expect(try await site.timeline(of: bob).contains(.submitted(matchedBy: .email)))
    }

    @Test func `without a known e-mail the visitor counts`() async throws {
        let site = try await Site()
        let visit = site.visit(site.browser())
        try await site.record(visit.form(["email": "ann@example.com"]))
        try await site.record(visit.form(["phone": "+43 1 234567"], minute: 2))
        let contact = try await site.contact()
        #expect(contact[.phone] == "+43 1 234567")
        #expect(try await site.timeline(of: contact.contact.id).first == .submitted(matchedBy: .visitor))
    }

    @Test func `nobody known makes a contact`() async throws {
        let site = try await Site()
        try await site.record(site.visit(site.browser()).form(["email": "ann@example.com", "first_name": "Ann"]))
        let contact = try await site.contact()
        #expect(contact[.firstName] == "Ann")
        #expect(contact.contact.createdBy == .tracking)
        #expect(try await site.timeline(of: contact.contact.id) == [.submitted(matchedBy: .new), .created(by: "form")])
    }

    @Test(arguments: ["ann@example.com", " ANN@Example.COM\n", "Ann@example.com"])
    func `an address is compared trimmed and in any case`(written: String) async throws {
        let site = try await Site()
        let ann = try await site.create([.email: "Ann@Example.com"])
        try await site.record(site.visit(site.browser()).form(["email": written, "city": "Graz"]))
        #expect(try await site.contact()[.city] == "Graz")
        #expect(try await site.contact(ann)[.email] == "Ann@Example.com")
    }

    @Test func `of several contacts with one address the one that was updated last is meant`() async throws {
        let site = try await Site()
        let old = try await site.create([.email: "ann@example.com"], at: .on(0))
        _ = try await site.create([.email: "ann@example.com"], allowsDuplicates: true, at: .on(1))
        try await site.edit(old, [.lastName: "Smith"], at: .on(2))
        try await site.record(
            site.visit(site.browser(), at: .on(3)).form(["email": "ann@example.com", "city": "Graz"]))
        #expect(try await site.contact(old)[.city] == "Graz")
        #expect(try await site.contacts().count == 2)
    }

    @Test func `a visitor's new e-mail takes the old one's place, which is kept beside it and matches no more`()
        async throws
    {
        let site = try await Site()
        let visit = site.visit(site.browser())
        let change = visit.form(["email": "ann@new.example"], minute: 2)
        try await site.record(visit.form(["email": "ann@old.example"]))
        try await site.record(change)
        let ann = try await site.contact()
        #expect(ann[.email] == "ann@new.example")
        #expect(ann.additionalEmails == ["ann@old.example"])
        #expect(
            try await site.timeline(of: ann.contact.id).first
                == .emailChanged(
                    from: "ann@old.example", to: "ann@new.example", visitor: visit.visitor?.description,
                    event: change.id.description))
        try await site.record(site.visit(site.browser(), at: .on(1)).form(["email": "ann@old.example"]))
        #expect(try await site.contacts().count == 2)
    }

    @Test func `an address that comes back is the contact's again, and no longer beside it`() async throws {
        let site = try await Site()
        let visit = site.visit(site.browser())
        for (minute, email) in ["a@example.com", "b@example.com", "a@example.com"].enumerated() {
            try await site.record(visit.form(["email": email], minute: minute))
        }
        #expect(try await site.contact()[.email] == "a@example.com")
        #expect(try await site.contact().additionalEmails == ["b@example.com"])
    }

    @Test func `the badge is for a visitor known by an e-mail match alone`() async throws {
        let site = try await Site()
        let anns = site.visit(site.browser())
        try await site.record(anns.form(["email": "ann@example.com"]))
        try await site.record(anns.form(["email": "ann@new.example"], minute: 2))
        #expect(try await site.contact().contact.needsReview == nil)
        let strangers = site.visit(site.browser(), at: .on(1))
        try await site.record(strangers.form(["email": "ann@new.example"]))
        #expect(try await site.contact().contact.needsReview == nil)
        try await site.record(strangers.form(["email": "evil@example.com"], minute: 2))
        let contact = try await site.contact()
        #expect(contact.contact.needsReview == .emailChangedByMatchedVisitor)
        var query = ContactQuery()
        query.needsReview = true
        #expect(try await site.crm.contacts.page(site.account, query).contacts.count == 1)
        try await site.crm.contacts.markReviewed(site.account, contact.contact.id)
        #expect(try await site.crm.contacts.page(site.account, query).contacts.isEmpty)
    }

    @Test func `a visitor of one contact that gives another's e-mail moves, and its earlier sessions stay`()
        async throws
    {
        let site = try await Site()
        let bob = try await site.create([.email: "bob@example.com"])
        let browser = site.browser()
        let first = site.visit(browser, from: "https://www.facebook.com/")
        let second = site.visit(browser, at: .on(1))
        let third = site.visit(browser, at: .on(2))
        try await site.record(first.form(["email": "ann@example.com"]))
        try await site.record(second.page(), second.form(["email": "bob@example.com"]))
        try await site.record(third.page())
        let ann = try await site.contact(.email, "ann@example.com")
        #expect(try await site.sessions(of: ann.contact.id) == [first].compactMap(\.session))
        #expect(try await site.sessions(of: bob) == [third, second].compactMap(\.session))
        #expect(ann.visitors.isEmpty)
        #expect(try await site.contact(bob).visitors == [browser])
        #expect(try await site.timeline(of: ann.contact.id).contains(.visitorMoved(to: bob)))
    }

    @Test func `a session in which the former contact has converted stays with it`() async throws {
        let site = try await Site()
        let bob = try await site.create([.email: "bob@example.com"])
        let visit = site.visit(site.browser())
        try await site.record(visit.form(["email": "ann@example.com"]))
        try await site.record(visit.form(["email": "bob@example.com"], minute: 2))
        #expect(try await site.sessions(of: bob).isEmpty)
    }

    @Test func `several browsers may belong to one contact`() async throws {
        let site = try await Site()
        let phone = site.browser()
        let laptop = site.browser()
        try await site.record(site.visit(phone).form(["email": "ann@example.com"]))
        try await site.record(site.visit(laptop, at: .on(1)).form(["email": "ann@example.com"]))
        #expect(try await site.contact().visitors == [laptop, phone])
        #expect(try await site.sessions(of: try await site.contact().contact.id).count == 2)
    }

    @Test func `identifying someone new is a conversion`() async throws {
        let site = try await Site()
        let visit = site.visit(site.browser(), to: "https://clinic.example/?gclid=x")
        try await site.record(visit.identify(["email": "ann@example.com", "first_name": "Ann"]))
        let contact = try await site.contact()
        #expect(contact.contact.first?.source == .paidSearch)
        #expect(contact.latest(.medium) == "api")
        #expect(try await site.submissions().map(\.kind) == [.identify])
        #expect(
            try await site.timeline(of: contact.contact.id) == [.identified(matchedBy: .new), .created(by: "identify")])
    }

    @Test func `identifying someone known is none, though it links the browser and updates the fields`() async throws {
        let site = try await Site()
        let laptop = site.browser()
        try await site.record(site.visit(site.browser()).form(["email": "ann@example.com"]))
        let before = try await site.contact()
        let visit = site.visit(laptop, to: "https://clinic.example/?gclid=x", at: .on(1))
        try await site.record(visit.identify(["email": "ann@example.com", "first_name": "Ann"]))
        try await site.record(visit.identify(["email": "ann@example.com", "first_name": "Ann"], minute: 2))
        let after = try await site.contact()
        #expect(after[.firstName] == "Ann")
        #expect(after.visitors.contains(laptop))
        #expect(after.contact.latest == before.contact.latest)
        #expect(try await site.submissions().map(\.kind) == [.externalForm])
        #expect(try await site.house.count("attributions") == 1)
        #expect(try await site.timeline(of: after.contact.id).count { $0 == .identified(matchedBy: .email) } == 1)
        var exported = 0
        try await site.crm.exports.conversions(site.account) { exported += $0.count }
        #expect(exported == 1)
    }

    @Test func `a deleted contact's visitor is a stranger again`() async throws {
        let site = try await Site()
        let visit = site.visit(site.browser())
        try await site.record(visit.form(["email": "ann@example.com", "first_name": "Ann"]))
        try await site.crm.contacts.delete(site.account, try await site.contact().contact.id, now: .start)
        try await site.record(visit.form(["email": "bob@example.com"], minute: 2))
        let bob = try await site.contact()
        #expect(bob[.firstName] == nil)
        #expect(bob.additionalEmails.isEmpty)
    }
}
