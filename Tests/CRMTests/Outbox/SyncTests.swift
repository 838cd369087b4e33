import Testing

@testable import CRM

/// The switches that keep contacts from other systems.
@Suite struct SyncTests {
    private func site() async throws -> Site {
        let site = try await Site()
        _ = try await site.crm.webhooks.create(
            site.account, WebhookDraft(name: "CRM", url: "https://crm.example/", events: .all), by: .command,
            now: .start)
        return site
    }

    /// The website's form, whose id is `contact`, or the own one, `F1`.
    private func send(_ site: Site, own: Bool = false, day: Int = 0) async throws {
        let visit = site.visit(site.browser(), at: .on(day))
        try await site.record(
            own ? visit.ownForm(["email": "ann@example.com"]) : visit.form(["email": "ann@example.com"]))
    }

    @Test func `an account whose sync is off queues deletions alone and labels the contact`() async throws {
        let site = try await site()
        try await site.crm.sync.setContacts(synced: false, of: site.account, by: .command, now: .start)
        let ann = try await site.create([.email: "ann@example.com"])
        #expect(try await site.house.count("outbox") == 0)
        #expect(try await site.crm.sync.exclusion(of: ann, in: site.account)?.reason == .account)
        try await site.crm.contacts.delete(site.account, ann, now: .on(1))
        #expect(try await site.house.texts("type", of: "outbox") == ["ContactDelete"])
    }

    @Test func `a form whose sync is off keeps its contacts back until something else changes them`() async throws {
        let site = try await site()
        try await site.crm.sync.setUnsynced(forms: ["contact"], of: site.account, by: .command, now: .start)
        try await send(site)
        #expect(try await site.house.count("outbox") == 0)
        let ann = try await site.contact().contact.id
        #expect(try await site.crm.sync.exclusion(of: ann, in: site.account)?.reason == .form)
        try await send(site, own: true, day: 1)
        #expect(
            try await site.house.texts("type", of: "outbox").compactMap { $0 } == [
                "AttributionChanged", "ContactUpdate", "FormSubmitted",
            ])
        #expect(try await site.crm.sync.exclusion(of: ann, in: site.account) == nil)
    }

    @Test func `a form that is switched on again is synced`() async throws {
        let site = try await site()
        try await site.crm.sync.setUnsynced(forms: ["contact"], of: site.account, by: .command, now: .start)
        try await site.crm.sync.setUnsynced(forms: ["other"], of: site.account, by: .command, now: .start)
        #expect(try await site.crm.sync.settings(site.account).unsyncedForms == ["other"])
        try await send(site)
        #expect(try await site.house.count("outbox") == 2)
    }
}
