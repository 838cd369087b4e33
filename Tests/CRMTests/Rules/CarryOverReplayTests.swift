import Attribution
import CRM
import Testing

/// A direct conversion takes over an earlier landing; which one is direct is for the book to say.
@Suite struct CarryOverReplayTests {
    private let ad = "https://clinic.example/?gclid=g1"
    private let fromSister = "https://sister.example/page"

    private func opinion(_ site: Site) async throws -> SecondOpinion? {
        let id = try #require(try await site.contact().contact.first?.id)
        return try await site.crm.rules.opinions(site.account, [id])[id]
    }

    @Test func `a landing that becomes direct takes over an earlier one`() async throws {
        let site = try await Site()
        let ann = site.browser()
        try await site.record(site.visit(ann, to: ad, at: .on(0)).page())
        let visit = site.visit(ann, to: "https://clinic.example/book", from: fromSister, at: .on(3))
        try await site.record(visit.form(["email": "ann@example.com"]))
        #expect(try await site.contact().contact.first?.source == .referral)
        try await site.publish(.sister)
        let opinion = try #require(try await opinion(site))
        #expect(opinion.source == .paidSearch)
        #expect(opinion.carriedFromAt == .on(0))
        #expect(opinion.landing?.url == ad)
        #expect(opinion.verdict?.notes.contains { $0.code == .carriedOver } == true)
    }

    @Test func `a landing that is direct no more stands for itself`() async throws {
        let site = try await Site()
        let ann = site.browser()
        try await site.record(site.visit(ann, to: ad, at: .on(0)).page())
        let visit = site.visit(ann, to: "https://clinic.example/offer", at: .on(3))
        try await site.record(visit.form(["email": "ann@example.com"]))
        #expect(try await site.contact().contact.first?.source == .paidSearch)
        try await site.publish(.offer)
        let opinion = try #require(try await opinion(site))
        #expect(opinion.source == .paidSocial)
        #expect(opinion.carriedFromAt == nil)
        #expect(opinion.landing?.url == "https://clinic.example/offer")
    }

    @Test func `a carried landing that becomes direct hands over to the one before it`() async throws {
        let site = try await Site()
        let ann = site.browser()
        try await site.record(site.visit(ann, to: ad, at: .on(0)).page())
        try await site.record(site.visit(ann, from: fromSister, at: .on(2)).page())
        try await site.record(site.visit(ann, at: .on(4)).form(["email": "ann@example.com"]))
        #expect(try await site.contact().contact.first?.source == .referral)
        try await site.publish(.sister)
        let opinion = try #require(try await opinion(site))
        #expect(opinion.source == .paidSearch)
        #expect(opinion.carriedFromAt == .on(0))
    }

    @Test func `an earlier landing that is direct no more is taken over`() async throws {
        let site = try await Site()
        let ann = site.browser()
        try await site.record(site.visit(ann, to: "https://clinic.example/offer", at: .on(0)).page())
        try await site.record(site.visit(ann, at: .on(4)).form(["email": "ann@example.com"]))
        #expect(try await site.contact().contact.first?.source == .direct)
        try await site.publish(.offer)
        let opinion = try #require(try await opinion(site))
        #expect(opinion.source == .paidSocial)
        #expect(opinion.carriedFromAt == .on(0))
    }

    @Test func `at capture the candidates are judged by the book in use, not as they were locked`() async throws {
        let site = try await Site()
        let ann = site.browser()
        let bob = site.browser()
        try await site.record(site.visit(ann, to: "https://clinic.example/offer", at: .on(0)).page())
        try await site.record(site.visit(bob, from: fromSister, at: .on(0)).page())
        try await site.publish(.offer, .sister, at: .on(1))
        try await site.record(site.visit(ann, at: .on(4)).form(["email": "ann@example.com"]))
        try await site.record(site.visit(bob, at: .on(4)).form(["email": "bob@example.com"]))
        let first = try await site.contact(.email, "ann@example.com").contact.first
        #expect(first?.source == .paidSocial)
        #expect(try await site.contact(.email, "bob@example.com").contact.first?.source == .direct)
    }

    @Test func `a window of no days carries nothing over under a new book either`() async throws {
        let site = try await Site { $0.lookBackDays = 0 }
        let ann = site.browser()
        try await site.record(site.visit(ann, to: ad, at: .on(0)).page())
        try await site.record(site.visit(ann, from: fromSister, at: .on(3)).form(["email": "ann@example.com"]))
        try await site.publish(.sister)
        #expect(try await opinion(site)?.source == .direct)
    }

    @Test func `what was judged by the same book needs no second opinion`() async throws {
        let site = try await Site()
        try await History.record(60, at: site)
        try await site.publish()
        #expect(try await site.house.count("attribution_opinions") == 0)
        #expect(try await site.house.count("session_opinions") == 0)
    }
}
