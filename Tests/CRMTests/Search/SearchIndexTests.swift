import Attribution
import Database
import Testing

@testable import CRM

/// What searches walk along agrees with the contacts, whatever happened to them.
@Suite struct SearchIndexTests {
    /// How many attributions stand with an age that is not their contact's.
    private func strays(_ site: Site) async throws -> Int {
        try await site.house.count(
            "attributions join contacts on contacts.account_id = attributions.account_id "
                + "and contacts.id = attributions.contact_id",
            where: "contact_created_at <> contacts.created_at")
    }

    /// Every campaign that a contact shows finds it, and no other campaign does.
    private func expectAgreement(_ site: Site) async throws {
        let all = try await site.contacts()
        #expect(try await strays(site) == 0)
        for position in AttributionPosition.allCases {
            for campaign in ["spring", "autumn", "winter"] {
                var query = ContactQuery(limit: 500)
                query.condition = .equals(
                    .attribution(AttributionReference(position, .utmCampaign)), .text(campaign))
                let found = try await site.crm.contacts.page(site.account, query).contacts.map(\.contact.id)
                let expected = all.filter { $0.attribution(position)?.record[.utmCampaign] == campaign }
                #expect(found == expected.map(\.contact.id), "\(position) \(campaign)")
            }
        }
    }

    private func form(_ site: Site, _ visitor: VisitorID, _ campaign: String, _ email: String, day: Int) -> CaptureEvent
    {
        site.visit(visitor, to: "https://clinic.example/?utm_campaign=\(campaign)", at: .on(day))
            .form(["email": email])
    }

    @Test func `a story of conversions, undoing and deleting leaves nothing behind`() async throws {
        let site = try await Site()
        let (ann, bob) = (site.browser(), site.browser())
        try await site.record(form(site, ann, "spring", "ann@example.com", day: 0))
        try await site.record(form(site, bob, "autumn", "bob@example.com", day: 1))
        try await expectAgreement(site)
        let mistaken = form(site, bob, "winter", "ann@example.com", day: 2)
        try await site.record(mistaken)
        try await expectAgreement(site)
        try await site.undo(mistaken, at: .on(3))
        try await expectAgreement(site)
        try await site.record(form(site, ann, "autumn", "ann@example.com", day: 4))
        try await expectAgreement(site)
        let gone = try await site.contact(.email, "bob@example.com").contact.id
        try await site.crm.contacts.delete(site.account, gone, now: .on(5))
        try await expectAgreement(site)
        #expect(try await site.contacts().count == 2)
    }

    @Test func `an attribution that is brought along is found too`() async throws {
        let site = try await Site()
        let history = ImportedHistory(
            first: ImportedAttribution(source: .referral, values: [.utmCampaign: "spring"], createdAt: .on(-9)),
            latest: ImportedAttribution(source: .referral, values: [.utmCampaign: "winter"], createdAt: .on(-1)))
        _ = try await site.crm.contacts.create(
            site.account, ContactEdit([.email: "ann@example.com"]), by: .token(name: "t"), history: history, now: .start
        )
        try await expectAgreement(site)
        let other = ImportedAttribution(source: nil, values: [.utmCampaign: "autumn"], createdAt: nil)
        try await site.crm.contacts.update(
            site.account, try await site.contact().contact.id, ContactEdit(), by: .token(name: "t"), latest: other,
            now: .on(1))
        try await expectAgreement(site)
    }

    @Test(arguments: AttributionField.allCases.filter(\.isIndexedForSearch))
    func `each field that is said to have an index has one`(field: AttributionField) async throws {
        let index = "attributions_by_\(field.columnName)"
        let house = try await House()
        let found = try await house.database.read { connection in
            let place =
                switch connection.dialect {
                case .sqlite: "sqlite_schema where type = 'index' and name"
                case .postgres: "pg_indexes where indexname"
                }
            return try connection.rows("select 1 as found from \(place) = $1", [index]).count
        }
        #expect(found == 1)
    }
}
