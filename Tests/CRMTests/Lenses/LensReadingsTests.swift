import Attribution
import CRM
import Testing

/// One contact's touches under every lens.
@Suite struct LensReadingsTests {
    private func labels(_ readings: [LensReading]?) -> [String] { (readings ?? []).map(\.label.text) }

    @Test func `First, Latest and every visit are read again by each lens`() async throws {
        let site = try await Site()
        let ann = site.browser()
        let bing = "https://www.bing.com/"
        let ad = site.visit(ann, to: "https://clinic.example/?msclkid=1", from: bing, at: .on(0))
        let mail = site.visit(ann, to: "https://clinic.example/?utm_source=june&utm_medium=email", at: .on(3))
        try await site.record(ad.page(), ad.form(["email": "ann@example.com"]))
        try await site.record(mail.page(), mail.form(["email": "ann@example.com"]))
        let contact = try await site.contact().contact.id
        let readings = try await site.crm.lenses.readings(site.account, contact)
        #expect(
            labels(readings.attributions[.first])
                == ["Paid Search", "Paid Search", "Organic Search", "Organic Search"])
        #expect(labels(readings.attributions[.latest]) == ["Others", "Others", "Email", "Email Marketing"])
        #expect(readings.visits.map(\.startedAt) == [.on(3), .on(0)])
        #expect(readings.visits.map { labels($0.readings)[2] } == ["Email", "Organic Search"])
        #expect(readings.visits.first?.url.contains("utm_source=june") == true)
    }

    @Test func `a carried landing is what the lenses read`() async throws {
        let site = try await Site()
        let ann = site.browser()
        try await site.record(site.visit(ann, from: "https://chatgpt.com/").page())
        let direct = site.visit(ann, at: .on(2))
        try await site.record(direct.page(), direct.form(["email": "ann@example.com"]))
        let contact = try await site.contact().contact.id
        let readings = try await site.crm.lenses.readings(site.account, contact)
        #expect(
            labels(readings.attributions[.first]) == ["Referrals", "Referrals", "AI Assistant", "Referral"])
        #expect(
            labels(readings.visits.first?.readings) == ["Direct Traffic", "Direct Traffic", "Direct", "Direct Traffic"])
    }

    @Test func `the own domains of that time are kept to`() async throws {
        let site = try await Site(domains: ["clinic.example", "bookings.example"])
        let visit = site.visit(site.browser(), from: "https://bookings.example/")
        try await site.record(visit.form(["email": "ann@example.com"]))
        try await site.crm.accounts.removeDomain("bookings.example", from: site.account, by: .command, now: .start)
        let contact = try await site.contact().contact.id
        let readings = try await site.crm.lenses.readings(site.account, contact)
        #expect(labels(readings.attributions[.first])[2] == "Direct")
    }

    @Test func `what is no web visit says so`() async throws {
        let site = try await Site()
        let contact = try await site.create([.email: "bob@example.com"])
        let readings = try await site.crm.lenses.readings(site.account, contact)
        #expect(labels(readings.attributions[.first]) == ["CRM UI", "CRM UI", "No web visit", "No web visit"])
        #expect(readings.visits.isEmpty)
    }

    @Test func `another account's contact is not there`() async throws {
        let house = try await House()
        let (site, other) = (try await Site(in: house), try await Site(in: house, name: "Other"))
        let contact = try await site.create([.email: "bob@example.com"])
        await #expect(throws: NotFound.contact) { try await other.crm.lenses.readings(other.account, contact) }
    }
}
