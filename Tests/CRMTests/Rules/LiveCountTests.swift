import Attribution
import Testing

@testable import CRM

/// A replay counts every contact once, as it was when the replay began, whatever happens meanwhile.
@Suite struct LiveCountTests {
    private let podcast = "https://clinic.example/?utm_source=podcast"

    /// Begins to count what the draft would change; the sessions are through, the attributions are not.
    private func begin(_ site: Site) async throws -> ReplayID {
        try await site.draft(.podcast)
        let id = try await site.crm.rules.startPreview(site.account, by: Site.owner, now: .on(20))
        try await take(.sessions, of: site)
        return id
    }

    private func take(_ phase: ReplayJob.Phase, of site: Site) async throws {
        let isThere = {
            try await site.house.database.read { connection in
                try connection.row("select phase from replays where state <> 'done'")?["phase"] == phase.rawValue
            }
        }
        while try await isThere() { _ = try await site.crm.rules.runOneChunk(now: .on(20), rows: 50) }
    }

    @Test func `one that converts again is in its old cell, one that is new is in none`() async throws {
        let site = try await Site()
        let ann = site.browser()
        try await site.record(site.visit(ann, to: podcast, at: .on(0)).form(["email": "ann@example.com"]))
        try await site.record(site.visit(site.browser(), at: .on(1)).form(["email": "bob@example.com"]))
        let id = try await begin(site)
        try await site.record(
            site.visit(ann, to: "https://clinic.example/?gclid=1", at: .on(20, minute: 5))
                .form(["email": "ann@example.com"]))
        try await site.record(
            site.visit(site.browser(), to: podcast, at: .on(20, minute: 6)).form(["email": "eve@example.com"]))
        try await site.runReplays()
        let diff = try #require(try await site.crm.rules.replay(site.account, id)?.result)
        for matrix in [diff.first, diff.latest] {
            #expect(matrix.total == 2)
            #expect(matrix[.others, .referral] == 1)
            #expect(matrix[.direct, .direct] == 1)
        }
    }

    @Test(arguments: [0, 1])
    func `one that an Undo takes apart is counted once`(stepsBefore: Int) async throws {
        let site = try await Site()
        let ann = site.browser()
        try await site.record(
            site.visit(ann, to: "https://clinic.example/?gclid=1", at: .on(0)).form(["email": "ann@example.com"]))
        let wrong = site.visit(site.browser(), to: podcast, at: .on(1)).form(["email": "ann@example.com"])
        try await site.record(wrong)
        let id = try await begin(site)
        for _ in 0..<stepsBefore { _ = try await site.crm.rules.runOneChunk(now: .on(20), rows: 1) }
        try await site.undo(wrong, at: .on(20, minute: 5))
        while try await site.crm.rules.runOneChunk(now: .on(20), rows: 1) {}
        let diff = try #require(try await site.crm.rules.replay(site.account, id)?.result)
        #expect(diff.first.total == 1)
        #expect(diff.first[.paidSearch, .paidSearch] == 1)
        #expect(diff.latest.total == 1)
        #expect(diff.latest[.others, .referral] == 1)
    }

    @Test func `a step is bounded by the landings it judges, too`() async throws {
        let site = try await Site()
        let ann = site.browser()
        for minute in 0..<30 { try await site.record(site.visit(ann, at: .on(1, minute: minute)).page()) }
        for minute in 0..<6 {
            try await site.record(site.visit(ann, at: .on(4, minute: minute)).form(["email": "ann@example.com"]))
        }
        let id = try await begin(site)
        _ = try await site.crm.rules.runOneChunk(now: .on(20), rows: 50)
        let replay = try #require(try await site.crm.rules.replay(site.account, id))
        #expect(replay.state == .running)
        #expect(replay.done == 36 + 2)
        try await site.runReplays(rows: 50)
        #expect(try await site.crm.rules.replay(site.account, id)?.state == .done)
        #expect(try await site.crm.rules.replay(site.account, id)?.result.first[.direct, .direct] == 1)
    }
}
