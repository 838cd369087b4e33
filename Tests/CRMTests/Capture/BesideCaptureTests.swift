import Database
import Testing

@testable import CRM

/// What a person changes while capture is at work on the same people.
@Suite struct BesideCaptureTests {
    /// Makes a change while a transaction pauses in the middle.
    private func change(
        at site: Site, during transaction: @escaping @Sendable (Connection, () -> Void) throws -> Void,
        _ change: @escaping @Sendable () async throws -> Void
    ) async throws {
        let (begun, begin) = AsyncStream<Void>.makeStream()
        let held = Hold()
        let database = try site.house.second().database
        async let first: Void = database.write(.readCommitted) { connection in
            defer { begin.finish() }
            try transaction(connection) {
                begin.yield()
                held.wait()
            }
        }
        for await _ in begun { break }
        async let second: Void = change()
        try await Task.sleep(for: .milliseconds(300))
        held.release()
        try await first
        try await second
        try database.close()
    }

    /// Captures an event, with a pause between what is read and what is written.
    private func capture(
        _ event: CaptureEvent, at site: Site
    ) -> @Sendable (Connection, () -> Void) throws -> Void {
        { connection, pause in
            var batch = CaptureBatch(
                now: event.occurredAt, ids: site.house.seed.ids, shelf: BookShelf(), lookUpTimeZone: { _ in nil })
            try batch.load([event], connection)
            pause()
            _ = batch.take(event)
            try batch.save(connection)
        }
    }

    @Test func `a contact that is deleted while its visitor's page comes in leaves a stranger's visit`() async throws {
        let site = try await Site()
        let ann = site.browser()
        try await site.record(site.visit(ann).form(["email": "ann@example.com"]))
        let contact = try await site.contact().contact.id
        let page = site.visit(ann, at: .on(1)).page()
        try await change(at: site, during: capture(page, at: site)) {
            try await site.crm.contacts.delete(site.account, contact, now: .start)
        }
        #expect(try await site.house.count("sessions") == 2)
        #expect(try await site.house.count("sessions", where: "contact_id is not null") == 0)
        #expect(try await site.house.count("visitors", where: "contact_id is not null") == 0)
    }

    @Test func `a submission that is split off while its visitor's page comes in takes that visit along`() async throws
    {
        let site = try await Site()
        let bob = site.browser()
        try await site.record(site.visit(site.browser()).form(["email": "ann@example.com"]))
        let contact = try await site.contact().contact.id
        let form = site.visit(bob, at: .on(1)).form(["email": "ann@example.com", "first_name": "Bob"])
        try await site.record(form)
        let page = site.visit(bob, at: .on(2)).page()
        try await change(at: site, during: capture(page, at: site)) { try await site.undo(form, at: .on(3)) }
        #expect(try await site.house.count("sessions") == 3)
        #expect(try await site.sessions(of: contact).count == 1)
    }

    @Test func `an address that a contact loses while a submission brings it is not its any more`() async throws {
        let site = try await Site()
        try await site.record(site.visit(site.browser()).form(["email": "ann@example.com", "city": "Graz"]))
        let contact = try await site.contact().contact.id
        let form = site.visit(site.browser(), at: .on(1)).form(["email": "ann@example.com", "city": "Linz"])
        try await change(at: site) { connection, pause in
            let drafts = try ContactStore.drafts(connection, [Scoped(site.account, contact)])
            for var draft in drafts.values {
                draft.contact.properties[.email] = "else@example.com"
                draft.touch(now: .on(1))
                try ContactStore.save(connection, drafts: [(site.account, draft)])
            }
            pause()
        } _: {
            try await site.record(form)
        }
        #expect(try await site.contacts().count == 2)
        #expect(try await site.contact(.email, "else@example.com")[.city] == "Graz")
        #expect(try await site.contact(.email, "ann@example.com")[.city] == "Linz")
    }
}
