import Attribution
import CRM
import Testing

/// Going back to a revision is the turn of a pointer, and nothing is missing there.
@Suite struct RestoreTests {
    private let podcast = "https://clinic.example/?utm_source=podcast"
    private let fromSister = "https://sister.example/"

    @Test func `back and forward again, history looks as it did under each`() async throws {
        let site = try await Site()
        let first = site.visit(site.browser(), to: "https://clinic.example/offer", from: fromSister, at: .on(0))
        try await site.record(first.page(), first.form(["email": "ann@example.com"]))
        try await site.publish(.offer, at: .on(1))
        try await site.publish(.sister, at: .on(2))
        #expect(try await site.source(of: first) == .direct)
        let expected: [(Int, Source)] = [
            (1, .paidSocial), (0, .referral), (2, .direct), (1, .paidSocial), (2, .direct),
        ]
        for (revision, source) in expected {
            let outcome = try await site.crm.rules.restore(
                site.account, revision: revision, by: Site.owner, now: .on(3))
            #expect(outcome == .restored)
            #expect(try await site.source(of: first) == source)
            #expect(try await site.firstSource(of: site.contact()) == source)
        }
    }

    @Test func `what came in under the later book has its opinion under the earlier one`() async throws {
        let site = try await Site()
        try await site.publish(.podcast, at: .on(1))
        try await site.publish(.offer, at: .on(2))
        let visit = site.visit(site.browser(), to: podcast, at: .on(3))
        let plain = site.visit(site.browser(), to: "https://clinic.example/offer", at: .on(3))
        try await site.record(
            visit.page(), visit.form(["email": "ann@example.com"]), plain.page(), now: .on(3, minute: 2))
        #expect(try await site.contact().contact.first?.source == .others)
        #expect(try await site.source(of: plain) == .paidSocial)
        _ = try await site.crm.rules.restore(site.account, revision: 1, by: Site.owner, now: .on(4))
        #expect(try await site.firstSource(of: site.contact()) == .referral)
        #expect(try await site.source(of: visit) == .referral)
        #expect(try await site.source(of: plain) == .direct)
        _ = try await site.crm.rules.restore(site.account, revision: 0, by: Site.owner, now: .on(4))
        #expect(try await site.firstSource(of: site.contact()) == .others)
        #expect(try await site.source(of: plain) == .direct)
    }

    @Test func `after going back, new landings are locked by the book that is in use again`() async throws {
        let site = try await Site()
        try await site.publish(.podcast, at: .on(1))
        _ = try await site.crm.rules.restore(site.account, revision: 0, by: Site.owner, now: .on(2))
        let visit = site.visit(site.browser(), to: podcast, at: .on(3))
        try await site.record(visit.form(["email": "ann@example.com"]))
        #expect(try await site.contact().contact.first?.source == .others)
        _ = try await site.crm.rules.restore(site.account, revision: 1, by: Site.owner, now: .on(4))
        #expect(try await site.firstSource(of: site.contact()) == .referral)
    }

    @Test func `of many revisions the newest keep their opinions, and an older one is published anew`() async throws {
        let site = try await Site()
        let visit = site.visit(site.browser(), to: podcast)
        try await site.record(visit.page())
        try await site.publish(.podcast, at: .on(1))
        for day in 2...7 { try await site.publish(.sister, at: .on(day)) }
        let history = try await site.crm.rules.history(site.account)
        #expect(history.map(\.state) == [.kept, .kept, .kept, .kept, .kept, .retired, .retired, .retired])
        #expect(try await site.house.count("session_opinions", where: "revision = 1") == 0)
        let outcome = try await site.crm.rules.restore(site.account, revision: 1, by: Site.owner, now: .on(8))
        guard case .started = outcome else {
            Issue.record("the opinions of a retired revision are gone")
            return
        }
        try await site.runReplays(at: .on(8))
        let current = try #require(try await site.crm.rules.history(site.account).first)
        #expect(current.number == 8)
        #expect(current.comment == "Restores revision 1")
        #expect(try await site.source(of: visit) == .referral)
    }

    @Test func `the revision in use is never given up, however old it is`() async throws {
        let site = try await Site()
        let visit = site.visit(site.browser(), to: podcast)
        try await site.record(visit.page())
        for day in 1...5 { try await site.publish(.podcast, at: .on(day)) }
        _ = try await site.crm.rules.restore(site.account, revision: 1, by: Site.owner, now: .on(6))
        #expect(try await site.crm.rules.history(site.account).first(where: \.isCurrent)?.number == 1)
        #expect(try await site.source(of: visit) == .referral)
    }

    @Test func `nothing is restored while a publication runs`() async throws {
        let site = try await Site()
        try await site.record(site.visit(site.browser(), to: podcast).form(["email": "ann@example.com"]))
        try await site.publish(.podcast, at: .on(1))
        try await site.draft(.sister)
        let running = try await site.startPublication(at: .on(2))
        _ = try await site.crm.rules.runOneChunk(now: .on(2), rows: 1)
        await #expect(throws: RuleError.publicationRunning(running)) {
            try await site.crm.rules.restore(site.account, revision: 0, by: Site.owner, now: .on(2))
        }
        try await site.runReplays(at: .on(2))
        #expect(try await site.crm.rules.history(site.account).first(where: \.isCurrent)?.number == 2)
    }

    @Test func `a publication beside which another revision came into use fails as outdated`() async throws {
        let site = try await Site()
        try await site.publish(.podcast, at: .on(1))
        try await site.draft(.sister)
        let running = try await site.startPublication(at: .on(2))
        try await site.house.database.write { _ = try $0.execute("update accounts set rules_revision = 0") }
        let error = await #expect(throws: ReplayStepFailed.self) { try await site.runReplays(at: .on(2)) }
        #expect(error?.replay == running && error?.isGivenUp == true)
        #expect(try await site.crm.rules.replay(site.account, running)?.state == .failed)
        let history = try await site.crm.rules.history(site.account)
        #expect(history.map(\.state) == [.cancelled, .kept, .kept])
        #expect(history.first(where: \.isCurrent)?.number == 0)
        #expect(try await site.crm.rules.draft(site.account) != nil)
    }

    @Test func `what never came into use cannot be gone back to`() async throws {
        let site = try await Site()
        try await site.draft(.podcast)
        let id = try await site.startPublication()
        try await site.crm.rules.cancel(site.account, id, now: .on(20))
        for revision in [1, 9] {
            await #expect(throws: RuleError.notRestorable) {
                try await site.crm.rules.restore(site.account, revision: revision, by: Site.owner, now: .on(21))
            }
        }
        await #expect(throws: RuleError.alreadyInUse) {
            try await site.crm.rules.restore(site.account, revision: 0, by: Site.owner, now: .on(21))
        }
    }
}
