import Attribution
import Testing

@testable import CRM

/// A replay goes on wherever it was left, by whoever is there, once.
@Suite struct RunningTests {
    private let podcast = "https://clinic.example/?utm_source=podcast"

    @Test func `a runner that is gone is followed by another, which goes on where it stopped`() async throws {
        let whole = try await Site()
        try await History.record(40, at: whole)
        try await whole.draft(.podcast, .offer, .sister)
        let expected = try await whole.preview()

        let site = try await Site()
        try await History.record(40, at: site)
        try await site.draft(.podcast, .offer, .sister)
        let id = try await site.crm.rules.startPreview(site.account, by: Site.owner, now: .on(20))
        for _ in 0..<4 { _ = try await site.crm.rules.runOneChunk(now: .on(20), rows: 10) }
        let (second, database) = try site.house.second()
        defer { try? database.close() }
        // The lease of the first one still stands.
        #expect(try await second.rules.runOneChunk(now: .on(20), rows: 10) == false)
        #expect(try await second.rules.replay(site.account, id)?.done == 40)
        while try await second.rules.runOneChunk(now: .on(20, minute: 1), rows: 10) {}
        let replay = try #require(try await site.crm.rules.replay(site.account, id))
        #expect(replay.state == .done)
        #expect(replay.done == replay.total)
        for view in ReplayView.allCases { #expect(replay.result.matrix(view) == expected.matrix(view)) }
        #expect(replay.result.rules == expected.rules)
    }

    @Test func `one that lets go is followed at once`() async throws {
        let site = try await Site()
        try await History.record(10, at: site)
        try await site.draft(.podcast)
        let id = try await site.crm.rules.startPreview(site.account, by: Site.owner, now: .on(20))
        _ = try await site.crm.rules.runOneChunk(now: .on(20), rows: 3)
        try await site.crm.rules.release()
        let (second, database) = try site.house.second()
        defer { try? database.close() }
        while try await second.rules.runOneChunk(now: .on(20), rows: 10) {}
        #expect(try await second.rules.replay(site.account, id)?.state == .done)
    }

    @Test func `two that run at once count every row once`() async throws {
        let whole = try await Site()
        try await History.record(40, at: whole)
        try await whole.draft(.podcast, .offer)
        let expected = try await whole.preview()
        let site = try await Site()
        try await History.record(40, at: site)
        try await site.draft(.podcast, .offer)
        _ = try await site.startPublication()
        let (second, database) = try site.house.second()
        defer { try? database.close() }
        // Leases that end at once: the second one snatches the replay in the middle of every step of the first.
        try await withThrowingTaskGroup(of: Void.self) { group in
            for (number, rules) in [site.crm.rules, second.rules, site.crm.rules].enumerated() {
                group.addTask {
                    for step in 0..<60 {
                        let moment = Milliseconds.on(21, minute: step * 3 + number)
                        _ = try await rules.runOneChunk(now: moment, rows: 7)
                    }
                }
            }
            try await group.waitForAll()
        }
        try await site.runReplays(at: .on(30))
        let replay = try #require(try await site.crm.rules.replays(site.account).first)
        #expect(replay.state == .done)
        #expect(replay.done == replay.total)
        #expect(replay.result.touches.total == (try await site.house.count("sessions")))
        for view in ReplayView.allCases { #expect(replay.result.matrix(view) == expected.matrix(view), "\(view)") }
        #expect(replay.result.rules == expected.rules)
        let opinions = try await site.house.count("session_opinions")
        #expect(replay.result.touches.moved == opinions - (try await unmovedOpinions(site)))
    }

    /// Opinions that differ in the rule or the label alone.
    private func unmovedOpinions(_ site: Site) async throws -> Int {
        try await site.house.count(
            "session_opinions as o",
            where: """
                exists (select 1 from sessions where sessions.account_id = o.account_id
                    and sessions.id = o.session_id and sessions.source = o.source)
                """)
    }

    @Test func `what comes in while a publication runs gets its opinion too`() async throws {
        let site = try await Site()
        try await History.record(20, at: site)
        try await site.draft(.podcast)
        _ = try await site.startPublication()
        for _ in 0..<3 { _ = try await site.crm.rules.runOneChunk(now: .on(20), rows: 10) }
        let late = site.visit(site.browser(), to: podcast, at: .on(20, minute: 5))
        let early = site.visit(site.browser(), to: podcast, at: .on(-5))
        try await site.record(late.page(), late.form(["email": "late@example.com"]), now: .on(20, minute: 9))
        try await site.record(early.page(), early.form(["email": "early@example.com"]), now: .on(20, minute: 10))
        #expect(try await site.contact(.email, "late@example.com").contact.first?.source == .others)
        #expect(try await site.firstSource(of: site.contact(.email, "late@example.com")) == .others)
        try await site.runReplays()
        for (visit, email) in [(late, "late@example.com"), (early, "early@example.com")] {
            let contact = try await site.contact(.email, email)
            #expect(contact.contact.first?.source == .others)
            #expect(try await site.firstSource(of: contact) == .referral)
            #expect(try await site.source(of: visit) == .referral)
        }
    }

    @Test func `a contact that is erased between judging and writing stops nothing`() async throws {
        let site = try await Site()
        try await site.record(site.visit(site.browser(), to: podcast).form(["email": "ann@example.com"]))
        let contact = try await site.contact().contact.id
        try await site.draft(.podcast)
        let id = try await site.startPublication()
        let rules = site.crm.rules
        var opinions = 0
        while let replay = try await rules.claim(now: .on(20)) {
            let chunk = try #require(try await rules.judge(replay, rows: 10))
            opinions += chunk.attributions.count
            if !chunk.attributions.isEmpty { try await site.crm.contacts.delete(site.account, contact, now: .start) }
            try await rules.write(chunk, now: .on(20))
        }
        #expect(opinions == 1)
        #expect(try await site.house.count("attribution_opinions") == 0)
        #expect(try await rules.replay(site.account, id)?.state == .done)
    }

    @Test func `an erased contact takes its opinions along`() async throws {
        let site = try await Site()
        try await site.record(site.visit(site.browser(), to: podcast).form(["email": "ann@example.com"]))
        try await site.publish(.podcast)
        #expect(try await site.house.count("attribution_opinions") == 1)
        try await site.crm.contacts.delete(site.account, try await site.contact().contact.id, now: .start)
        #expect(try await site.house.count("attribution_opinions") == 0)
        try await site.publish(.podcast, .sister)
    }
}
