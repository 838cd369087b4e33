import Attribution
import Database
import DatabaseTesting
import Testing

@testable import CRM

/// A database of the release before contacts had records of their own, with people in it, brought up to date.
@Suite struct OldDatabaseTests {
    private static let step = 10

    /// What happened in a year at a clinic, on the schema of today.
    private struct Year {
        let site: Site
        let browser: VisitorID

        init() async throws {
            site = try await Site()
            browser = site.browser()
            let ad = site.visit(browser, to: "https://clinic.example/?gclid=x&utm_campaign=Glow", at: .on(1))
            try await site.record(
                ad.page(), ad.page("https://clinic.example/prices", minute: 1),
                ad.form(["email": "ann@example.com", "first_name": "Ann", "Skin": "dry"], minute: 2),
                ad.custom("scrolled", minute: 3))
            let back = site.visit(browser, from: "https://www.google.com/", at: .on(3))
            try await site.record(back.page(), back.form(["email": "ann.lee@example.com"], minute: 1))
            let bob = site.visit(site.browser(), from: "https://www.facebook.com/", at: .on(2))
            try await site.record(
                bob.page(), bob.form(["email": "bob@example.com", "phone": "+4312345678"], minute: 1))
            let held = site.visit(site.browser(), at: .on(4))
            try await site.record(held.form(["email": "spam@example.com"], minute: 0, suspicion: .bot))
            try await site.field("Allergies")
            _ = try await site.user("owner@clinic.example")
            _ = try await site.crm.tokens.create(
                site.account, name: "Zapier", scopes: [.readContacts, .writeContacts], now: .start)
        }
    }

    /// Makes a database as that release left it: of each table what it had then.
    private func fill(_ database: Database, from year: Year) async throws {
        try await database.migrate(Array(Schema.migrations.prefix(Self.step)), now: .start)
        for table in SchemaTable.all {
            // The migrations themselves write there.
            if case .servers = table.owner { continue }
            let columns = try await Set(columns(of: table, in: database))
                .intersection(try await columns(of: table, in: year.site.house.database)).sorted()
            guard !columns.isEmpty else { continue }
            let rows = try await year.site.house.database.read { connection in
                try connection.rows("select \(columns.joined(separator: ", ")) from \(table.name)").map { row in
                    try columns.map { try row[$0] as SQLValue }
                }
            }
            try await database.write { try $0.insert(into: table.name, columns, rows, "on conflict do nothing") }
        }
    }

    private func columns(of table: SchemaTable, in database: Database) async throws -> [String] {
        try await MoveSide(database: database, account: nil).columns(of: table)
    }

    @Test func `people, attributions and visits are what they were, and new ones come in`() async throws {
        let year = try await Year()
        let (site, place) = (year.site, try await TestDatabase())
        let database = try place.open()
        try await fill(database, from: year)
        try await database.migrate(Schema.migrations, now: .on(10))
        let crm = CRM(database: database, ids: Seed(9).ids)
        let (before, after) = (try await site.contacts(), try await contacts(crm, site.account))
        #expect(after.map(\.contact.id) == before.map(\.contact.id))
        #expect(before.count == 2)
        for (old, new) in zip(before, after) {
            #expect(new.contact.properties == old.contact.properties)
            #expect(new.contact.first == old.contact.first)
            #expect(new.contact.latest == old.contact.latest)
            #expect(new.custom == old.custom)
            #expect(new.tags == old.tags)
            #expect(new.additionalEmails == old.additionalEmails)
            #expect(new.visitors == old.visitors)
            let lines = try await crm.contacts.journey(site.account, new.contact.id).sessions.count
            #expect(lines == (try await site.crm.contacts.journey(site.account, old.contact.id).sessions.count))
        }
        let visit = site.visit(year.browser, to: "https://clinic.example/?utm_source=fb_ad", at: .on(11))
        let answers = try await crm.capture.record(
            [visit.page(), visit.form(["email": "ann@example.com"], minute: 1)], now: .on(11, minute: 1))
        #expect(answers == [.stored, .stored])
        #expect(try await contacts(crm, site.account).count == 2)
    }

    @Test func `what later releases read is there for those who were there before`() async throws {
        let year = try await Year()
        let (site, place) = (year.site, try await TestDatabase())
        let database = try place.open()
        try await fill(database, from: year)
        try await database.migrate(Schema.migrations, now: .on(10))
        let crm = CRM(database: database, ids: Seed(9).ids)
        // Search by an attribution needs the age of each contact beside it.
        let aged = try await database.read { connection in
            try connection.row(
                """
                select count(*) as count from attributions join contacts on contacts.account_id = attributions.account_id
                    and contacts.id = attributions.contact_id
                where attributions.contact_created_at = contacts.created_at
                """)?["count"] as Int?
        }
        #expect(aged == 3)
        #expect(try await crm.pipelines.all(site.account).map(\.stages.isEmpty) == [false])
        #expect(try await crm.fields.all(site.account).contains { $0.name == "Allergies" })
        let tags = try await crm.tags.all(site.account, now: .on(10)).map(\.name)
        #expect(tags.contains { $0.hasPrefix("external form") })
        let bob = try #require(try await contacts(crm, site.account).first { $0[.phone] != nil })
        var edit = OpportunityEdit()
        edit.contact = bob.contact.id
        _ = try await crm.opportunities.create(site.account, edit, by: site.owner, now: .on(12))
        let ann = try #require(try await contacts(crm, site.account).first { $0[.phone] == nil })
        let merge = try await crm.merging.merge(
            site.account, bob.contact.id, into: ann.contact.id, by: "owner", actor: .server, now: .on(13))
        _ = try await crm.merging.undo(site.account, merge.id, by: "owner", actor: .server, now: .on(14))
        try await crm.erasure.erase(site.account, bob.contact.id, by: .server, now: .on(15))
        #expect(try await contacts(crm, site.account).map(\.contact.id) == [ann.contact.id])
    }

    private func contacts(_ crm: CRM, _ account: AccountID) async throws -> [ContactDetail] {
        try await crm.contacts.page(account, ContactQuery()).contacts
    }
}
