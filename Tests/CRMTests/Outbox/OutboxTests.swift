import Attribution
import Database
import Testing

@testable import CRM

/// What is noted for others, and when.
@Suite struct OutboxTests {
    private func subscribe(
        _ site: Site, _ events: WebhookEvents = .all, at moment: Milliseconds = .start
    ) async throws -> Webhook {
        try await site.crm.webhooks.create(
            site.account, WebhookDraft(name: "CRM", url: "https://crm.example/hook", events: events), by: .command,
            now: moment)
    }

    private func types(_ site: Site) async throws -> [String?] {
        try await site.house.database.read { connection in
            try connection.rows("select type from outbox order by id, type").map { try $0["type"] }
        }
    }

    @Test func `nothing is written while nobody subscribes`() async throws {
        let site = try await Site()
        try await site.record(site.visit(site.browser()).form(["email": "ann@example.com"]))
        let bob = try await site.create([.email: "bob@example.com"])
        try await site.crm.contacts.delete(site.account, bob, now: .on(1))
        #expect(try await site.house.count("outbox") == 0)
        #expect(try await site.house.count("deliveries") == 0)
    }

    @Test func `a form tells of the contact that it makes and of itself`() async throws {
        let site = try await Site()
        _ = try await subscribe(site)
        try await site.record(site.visit(site.browser()).form(["email": "ann@example.com"]))
        #expect(try await types(site).compactMap { $0 }.sorted() == ["ContactCreate", "FormSubmitted"])
    }

    @Test func `a second form tells what it changes, the attribution among it`() async throws {
        let site = try await Site()
        let ann = site.browser()
        try await site.record(site.visit(ann).form(["email": "ann@example.com"]))
        _ = try await subscribe(site)
        let again = site.visit(ann, to: "https://clinic.example/?gclid=1", at: .on(1))
        try await site.record(again.form(["email": "ann@example.com", "city": "Graz"]))
        #expect(
            try await types(site).compactMap { $0 }.sorted() == [
                "AttributionChanged", "ContactUpdate", "FormSubmitted",
            ])
    }

    @Test func `page views tell nothing`() async throws {
        let site = try await Site()
        _ = try await subscribe(site)
        try await site.record(site.visit(site.browser()).page())
        #expect(try await types(site).isEmpty)
    }

    @Test func `each webhook is told of what it has chosen`() async throws {
        let site = try await Site()
        let all = try await subscribe(site)
        let some = try await subscribe(site, .chosen([.contactDelete]))
        let ann = try await site.create([.email: "ann@example.com"])
        #expect(try await site.house.count("deliveries", where: "webhook_id = '\(all.id)'") == 1)
        #expect(try await site.house.count("deliveries", where: "webhook_id = '\(some.id)'") == 0)
        try await site.crm.contacts.delete(site.account, ann, now: .on(1))
        #expect(try await site.house.count("deliveries", where: "webhook_id = '\(some.id)'") == 1)
    }

    @Test func `a deletion forgets what was to be told and tells nothing but itself`() async throws {
        let site = try await Site()
        _ = try await subscribe(site)
        let ann = try await site.create([.email: "ann@example.com"])
        try await site.edit(ann, [.city: "Graz"], at: .on(1))
        try await site.crm.contacts.delete(site.account, ann, now: .on(2))
        #expect(try await types(site) == ["ContactDelete"])
        #expect(try await site.house.texts("fields", of: "outbox") == [nil])
    }

    @Test func `another account's webhook is told nothing`() async throws {
        let site = try await Site()
        let other = try await Site(in: site.house, name: "Other", domains: ["other.example"])
        _ = try await subscribe(other)
        try await site.create([.email: "ann@example.com"])
        #expect(try await site.house.count("outbox") == 0)
    }

    @Test func `a transaction that fails tells nothing`() async throws {
        let site = try await Site()
        _ = try await subscribe(site)
        struct Stop: Error {}
        await #expect(throws: Stop.self) {
            try await site.house.database.write { connection in
                let event = OutboxEvent(site.account, .noteCreate, object: "n", contact: nil, at: .start)
                try Outbox.note(connection, [event])
                throw Stop()
            }
        }
        #expect(try await site.house.count("outbox") == 0)
    }

    @Test func `what was sent and how old it is decides what is kept`() async throws {
        let site = try await Site()
        _ = try await subscribe(site)
        try await site.create([.email: "ann@example.com"])
        let moment: Milliseconds = .on(4)
        #expect(try await site.crm.deliveries.backlog(now: moment) == DeliveryBacklog(pending: 1, age: 4 * .day))
        #expect(try await site.crm.deliveries.expire(now: moment) == 1)
        #expect(try await site.crm.deliveries.backlog(now: moment) == DeliveryBacklog(pending: 0, age: 0))
        for day in [29, 32, 34] {
            // The clock of retention wants to see time pass before it trusts it.
            while try await site.crm.retention.runOnce(now: .on(day), rest: { _ in }).state == .hasMore {}
        }
        #expect(try await site.house.count("outbox") == 0)
        #expect(try await site.house.count("deliveries") == 0)
    }
}
