import Attribution
import CRM
import Testing

/// A replay judges what capture judged: by the same book nothing changes.
@Suite struct SameBookTests {
    private let inApp = "Mozilla/5.0 (iPhone) Instagram 300.0"

    @Test func `the landing of a contact that was erased is nobody's to take over`() async throws {
        let site = try await Site()
        let shared = site.browser()
        try await site.record(
            site.visit(site.browser(), from: "https://news.example/").form(["email": "bob@example.com"]))
        let ad = site.visit(shared, to: "https://clinic.example/?gclid=g1", at: .on(1))
        try await site.record(ad.form(["email": "ann@example.com"]))
        try await site.record(site.visit(shared, at: .on(2)).form(["email": "bob@example.com"]))
        #expect(try await site.contact(.email, "bob@example.com").contact.latest?.source == .direct)
        let ann = try await site.contact(.email, "ann@example.com").contact.id
        try await site.crm.contacts.delete(site.account, ann, now: .start)
        try await site.publish()
        #expect(try await site.house.count("attribution_opinions") == 0)
    }

    @Test func `the user agent is that of the session, not of the form`() async throws {
        let site = try await Site()
        var page = site.visit(site.browser(), at: .on(0))
        page.browser = BrowserFacts(userAgent: inApp, ip: nil)
        var form = page
        form.browser = BrowserFacts(userAgent: nil, ip: nil)
        try await site.record(page.page(), form.form(["email": "ann@example.com"]))
        try await site.draft(in: .extended)
        _ = try await site.startPublication()
        try await site.runReplays()
        #expect(try await site.source(of: page) == .socialMedia)
        #expect(try await site.firstSource(of: site.contact()) == .socialMedia)
    }

    @Test func `what capture judged by the extended rules needs no second opinion`() async throws {
        let site = try await Site()
        try await site.draft(in: .extended, at: .on(-1))
        _ = try await site.startPublication(at: .on(-1))
        try await site.runReplays(at: .on(-1))
        var page = site.visit(site.browser(), at: .on(0))
        page.browser = BrowserFacts(userAgent: inApp, ip: nil)
        var form = page
        form.browser = BrowserFacts(userAgent: "Mozilla/5.0 (X11)", ip: nil)
        try await site.record(page.page(), form.form(["email": "ann@example.com"]))
        #expect(try await site.contact().contact.first?.source == .socialMedia)
        try await site.draft(in: .extended, at: .on(3))
        _ = try await site.startPublication(at: .on(3))
        try await site.runReplays(at: .on(3))
        #expect(try await site.house.count("attribution_opinions", where: "revision = 2") == 0)
    }
}
