import Attribution
import CRM
import Testing

/// However often somebody comes back by the bookmark, the landing from elsewhere is found.
@Suite struct LongCarryOverTests {
    private let ad = "https://clinic.example/?gclid=g1"

    private func recordDirectVisits(_ count: Int, of visitor: VisitorID, at site: Site, on day: Int) async throws {
        for start in stride(from: 0, to: count, by: 40) {
            let pages = (start..<min(start + 40, count)).map { number in
                site.visit(visitor, at: .on(day, minute: number)).page()
            }
            _ = try await site.crm.capture.record(pages, now: .on(day, minute: start + 40))
        }
    }

    @Test(arguments: [9, 10, 11, 120, 1_990])
    func `an ad is carried over direct visits, one or many`(visits: Int) async throws {
        let site = try await Site()
        let ann = site.browser()
        try await site.record(site.visit(ann, to: ad, at: .on(0)).page())
        try await recordDirectVisits(visits, of: ann, at: site, on: 1)
        try await site.record(site.visit(ann, at: .on(4)).form(["email": "ann@example.com"]))
        #expect(try await site.contact().contact.first?.source == .paidSearch)
        #expect(try await site.contact().latest?.record.carryOver?.carriedFromAt == .on(0))
    }

    @Test func `there is an end to it`() async throws {
        let site = try await Site()
        let ann = site.browser()
        try await site.record(site.visit(ann, to: ad, at: .on(0)).page())
        try await recordDirectVisits(2_000, of: ann, at: site, on: 1)
        try await site.record(site.visit(ann, at: .on(4)).form(["email": "ann@example.com"]))
        #expect(try await site.contact().contact.first?.source == .direct)
        // The same book sees the same, however it is asked.
        try await site.publish()
        #expect(try await site.house.count("attribution_opinions") == 0)
    }

    @Test func `another contact's visits hide nothing`() async throws {
        let site = try await Site()
        let shared = site.browser()
        try await site.create([.email: "bob@example.com"])
        try await site.record(site.visit(shared, to: ad, at: .on(0)).form(["email": "ann@example.com"]))
        let fromNews = site.visit(shared, from: "https://news.example/", at: .on(1))
        try await site.record(fromNews.form(["email": "bob@example.com"]))
        try await recordDirectVisits(120, of: shared, at: site, on: 2)
        try await site.record(site.visit(shared, at: .on(5)).form(["email": "ann@example.com"]))
        let ann = try await site.contact(.email, "ann@example.com")
        #expect(ann.contact.latest?.source == .paidSearch)
        #expect(ann.latest?.record.carryOver?.carriedFromAt == .on(0))
        try await site.publish()
        #expect(try await site.house.count("attribution_opinions") == 0)
    }

    @Test func `a replay sees as far`() async throws {
        let site = try await Site()
        let ann = site.browser()
        try await site.record(site.visit(ann, to: ad, at: .on(0)).page())
        try await recordDirectVisits(120, of: ann, at: site, on: 1)
        let visit = site.visit(ann, from: "https://sister.example/", at: .on(4))
        try await site.record(visit.form(["email": "ann@example.com"]))
        #expect(try await site.contact().contact.first?.source == .referral)
        try await site.publish(.sister)
        #expect(try await site.firstSource(of: site.contact()) == .paidSearch)
    }

    @Test func `a book that is kept finds its own landing behind the one of the book in use`() async throws {
        let site = try await Site()
        let ann = site.browser()
        try await site.publish(at: .on(-2))
        try await site.publish(.sister, at: .on(-1))
        try await site.record(site.visit(ann, to: ad, at: .on(0)).page())
        try await recordDirectVisits(30, of: ann, at: site, on: 1)
        try await site.record(site.visit(ann, from: "https://sister.example/", at: .on(2)).page())
        try await site.record(site.visit(ann, at: .on(4)).form(["email": "ann@example.com"]))
        let contact = try await site.contact()
        #expect(contact.contact.first?.source == .paidSearch)
        #expect(try await site.crm.rules.restore(site.account, revision: 1, by: Site.owner, now: .on(5)) == .restored)
        #expect(try await site.firstSource(of: contact) == .referral)
    }
}
