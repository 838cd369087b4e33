import Attribution
import CRM
import Testing

/// Attributions that another system kept.
@Suite struct ImportedHistoryTests {
    private func imported(_ source: Source?, _ values: [AttributionField: String], at: Milliseconds?)
        -> ImportedAttribution
    {
        ImportedAttribution(source: source, values: values, createdAt: at)
    }

    private func create(
        _ site: Site, first: ImportedAttribution?, latest: ImportedAttribution?
    ) async throws -> ContactDetail {
        _ = try await site.crm.contacts.create(
            site.account, ContactEdit([.email: "ann@example.com"]), by: .token(name: "Zap"),
            history: ImportedHistory(first: first, latest: latest), now: .start)
        return try await site.contact()
    }

    @Test func `First and Latest come with the contact`() async throws {
        let site = try await Site()
        let contact = try await create(
            site, first: imported(.paidSearch, [.utmCampaign: "Spring", .gclid: "g1"], at: .on(-90)),
            latest: imported(.socialMedia, [.url: "https://clinic.example/"], at: .on(-10)))
        #expect(contact.contact.first?.source == .paidSearch)
        #expect(contact.first(.utmCampaign) == "Spring")
        #expect(contact.first?.record.isImported == true)
        #expect(contact.first?.record.createdAt == .on(-90))
        #expect(contact.first?.record.verdict == nil)
        #expect(contact.contact.latest?.source == .socialMedia)
        #expect(contact.latest(.gclid) == nil)
    }

    @Test func `one alone stands for both`() async throws {
        let site = try await Site()
        let contact = try await create(site, first: nil, latest: imported(.referral, [:], at: nil))
        #expect(contact.contact.first == contact.contact.latest)
        #expect(contact.contact.first?.source == .referral)
        #expect(contact.first?.record.createdAt == .start)
    }

    @Test func `without a source the rules decide from address and referrer`() async throws {
        let site = try await Site()
        let contact = try await create(
            site, first: imported(nil, [.url: "https://clinic.example/?gclid=x"], at: nil),
            latest: imported(nil, [.referrer: "https://www.facebook.com/"], at: nil))
        #expect(contact.contact.first?.source == .paidSearch)
        #expect(contact.first?.record.verdict?.rule.number == "2")
        #expect(contact.contact.latest?.source == .socialMedia)
        #expect(contact.latest?.record.isImported == true)
    }

    @Test func `an update may bring a Latest, and never a First`() async throws {
        let site = try await Site()
        let before = try await create(site, first: imported(.paidSearch, [:], at: nil), latest: nil)
        try await site.crm.contacts.update(
            site.account, before.contact.id, ContactEdit(), by: .token(name: "Zap"),
            latest: imported(.referral, [.campaign: "Autumn"], at: .on(-1)), now: .on(1))
        let after = try await site.contact()
        #expect(after.contact.first == before.contact.first)
        #expect(after.contact.latest?.source == .referral)
        #expect(after.latest(.campaign) == "Autumn")
    }

    @Test func `an imported address is kept as the account allows`() async throws {
        let site = try await Site { $0.ipStorage = .cut }
        let contact = try await create(site, first: imported(.referral, [.ip: "203.0.113.9"], at: nil), latest: nil)
        #expect(contact.first(.ip) == "203.0.113.0")
    }

    @Test func `a conversion renews an imported Latest and keeps an imported First`() async throws {
        let site = try await Site()
        _ = try await create(site, first: imported(.paidSearch, [:], at: nil), latest: nil)
        let visit = site.visit(site.browser(), from: "https://www.facebook.com/", at: .on(1))
        try await site.record(visit.form(["email": "ann@example.com"]))
        let contact = try await site.contact()
        #expect(contact.contact.first?.source == .paidSearch)
        #expect(contact.contact.latest?.source == .socialMedia)
    }
}
