import Attribution
import CRM
import Testing

/// A direct session takes over the visitor's most recent landing from elsewhere.
@Suite struct CarryOverTests {
    private let ad = "https://clinic.example/offer?gclid=g1&utm_campaign=Spring"

    @Test func `a direct session takes over the most recent landing that was not direct`() async throws {
        let site = try await Site()
        let ann = site.browser()
        let older = site.visit(ann, from: "https://www.facebook.com/", at: .on(0))
        let newer = site.visit(ann, to: ad, from: "https://www.google.com/", at: .on(4))
        let inBetween = site.visit(ann, to: "https://clinic.example/blog", at: .on(5))
        let direct = site.visit(ann, to: "https://clinic.example/contact?x=1", at: .on(9))
        try await site.record(older.page())
        try await site.record(newer.page())
        try await site.record(inBetween.page())
        try await site.record(direct.page(), direct.form(["email": "ann@example.com"]))
        let contact = try await site.contact()
        #expect(contact.contact.first?.source == .paidSearch)
        #expect(contact.latest(.url) == ad)
        #expect(contact.latest(.gclid) == "g1")
        #expect(contact.latest(.utmCampaign) == "Spring")
        #expect(contact.latest(.referrer) == "https://www.google.com/")
        let carryOver = try #require(contact.latest?.record.carryOver)
        #expect(carryOver.carriedFromAt == .on(4))
        #expect(carryOver.directURL == "https://clinic.example/contact?x=1")
        #expect(carryOver.directReferrer == nil)
    }

    @Test func `what was set aside is kept with its referrer`() async throws {
        let site = try await Site()
        let ann = site.browser()
        let direct = site.visit(ann, to: "https://clinic.example/app", from: "https://shop.clinic.example/", at: .on(1))
        try await site.record(site.visit(ann, to: ad).page())
        try await site.record(direct.form(["email": "ann@example.com"]))
        let carryOver = try await site.contact().latest?.record.carryOver
        #expect(carryOver?.directReferrer == "https://shop.clinic.example/")
    }

    @Test(arguments: [(29, Source.paidSearch), (31, .direct)])
    func `the window is that many days`(days: Int, source: Source) async throws {
        let site = try await Site()
        let ann = site.browser()
        try await site.record(site.visit(ann, to: ad).page())
        try await site.record(site.visit(ann, at: .on(days)).form(["email": "ann@example.com"]))
        #expect(try await site.contact().contact.first?.source == source)
    }

    @Test func `a window of no days carries nothing over`() async throws {
        let site = try await Site { $0.lookBackDays = 0 }
        let ann = site.browser()
        try await site.record(site.visit(ann, to: ad).page())
        try await site.record(site.visit(ann, at: .on(1)).form(["email": "ann@example.com"]))
        let contact = try await site.contact()
        #expect(contact.contact.first?.source == .direct)
        #expect(contact.latest?.record.carryOver == nil)
    }

    @Test func `a session that is not direct carries nothing over`() async throws {
        let site = try await Site()
        let ann = site.browser()
        try await site.record(site.visit(ann, to: ad).page())
        let social = site.visit(ann, from: "https://www.facebook.com/", at: .on(1))
        try await site.record(social.form(["email": "ann@example.com"]))
        #expect(try await site.contact().contact.first?.source == .socialMedia)
    }

    @Test func `another visitor's landing is never taken`() async throws {
        let site = try await Site()
        try await site.record(site.visit(site.browser(), to: ad).page())
        try await site.record(site.visit(site.browser(), at: .on(1)).form(["email": "ann@example.com"]))
        #expect(try await site.contact().contact.first?.source == .direct)
    }

    @Test func `a session that belongs to another contact is never taken`() async throws {
        let site = try await Site()
        let shared = site.browser()
        try await site.create([.email: "bob@example.com"])
        let anns = site.visit(shared, to: ad)
        try await site.record(anns.form(["email": "ann@example.com"]))
        try await site.record(site.visit(shared, at: .on(1)).form(["email": "bob@example.com"]))
        let bob = try await site.contact(.email, "bob@example.com")
        #expect(bob.contact.latest?.source == .direct)
        #expect(bob.latest?.record.carryOver == nil)
    }

    @Test func `nor is one that became another contact's in the same batch`() async throws {
        let site = try await Site()
        let shared = site.browser()
        try await site.create([.email: "bob@example.com"])
        try await site.record(site.visit(shared, to: ad).page())
        let visit = site.visit(shared, at: .on(1))
        try await site.record(
            visit.form(["email": "ann@example.com"]), visit.form(["email": "bob@example.com"], minute: 2))
        #expect(try await site.contact(.email, "ann@example.com").contact.latest?.source == .paidSearch)
        #expect(try await site.contact(.email, "bob@example.com").contact.latest?.source == .direct)
    }

    @Test func `the contact's own earlier session is taken, also when it converted before`() async throws {
        let site = try await Site()
        let ann = site.browser()
        try await site.record(site.visit(ann, to: ad).form(["email": "ann@example.com"]))
        try await site.record(site.visit(ann, at: .on(1)).form(["email": "ann@example.com"]))
        let contact = try await site.contact()
        #expect(contact.latest(.gclid) == "g1")
        #expect(contact.latest?.record.carryOver?.carriedFromAt == .on(0))
    }

    @Test func `a late conversion does not see what came after it`() async throws {
        let site = try await Site()
        let ann = site.browser()
        let direct = site.visit(ann, at: .on(2))
        try await site.record(site.visit(ann, to: ad, at: .on(1)).page())
        try await site.record(direct.page())
        try await site.record(site.visit(ann, from: "https://www.facebook.com/", at: .on(3)).page())
        try await site.record(direct.form(["email": "ann@example.com"]), now: .on(4))
        let contact = try await site.contact()
        #expect(contact.contact.first?.source == .paidSearch)
        #expect(contact.latest?.record.carryOver?.carriedFromAt == .on(1))
    }

    @Test func `two conversions of one batch each see what was before them`() async throws {
        let site = try await Site()
        let ann = site.browser()
        let early = site.visit(ann, at: .on(2))
        let late = site.visit(ann, at: .on(4))
        try await site.record(site.visit(ann, to: ad, at: .on(1)).page(), early.page(), late.page())
        try await site.record(site.visit(ann, from: "https://www.facebook.com/", at: .on(3)).page())
        try await site.record(
            early.form(["email": "ann@example.com"]), late.form(["email": "ann@example.com"]), now: .on(5))
        let contact = try await site.contact()
        #expect(contact.contact.first?.source == .paidSearch)
        #expect(contact.contact.latest?.source == .socialMedia)
    }
}
