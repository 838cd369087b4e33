import Attribution
import Database
import Testing

@testable import CRM

/// A rule change is reviewed before it is published: what would move, counted over all history.
@Suite struct PreviewTests {
    private static let book = RuleBook(.classic, ownRules: [.podcast, .offer, .sister])

    /// Counts without any of the machinery: every row is read and judged by itself.
    private func bruteForce(_ site: Site) async throws -> [ReplayView: SourceMatrix] {
        let account = try await site.crm.accounts.account(site.account)
        let sessions = try await site.house.database.read { connection in
            try ExportStore.sessions(connection, site.account, after: nil, limit: 100_000).map(\.session)
        }
        let classifier = Classifier(Self.book)
        func judged(_ session: Session) -> JudgedLanding {
            JudgedLanding(
                landing: session.landing, landingAt: session.startedAt,
                verdict: classifier.classify(session.landing, ownDomains: account.ownDomains))
        }
        var matrices: [ReplayView: SourceMatrix] = [.first: .init(), .latest: .init(), .touches: .init()]
        for session in sessions {
            matrices[.touches]?[session.verdict.source, judged(session).verdict.source] += 1
        }
        for contact in try await site.contacts() {
            for (view, summary) in [(ReplayView.first, contact.contact.first), (.latest, contact.contact.latest)] {
                let summary = try #require(summary)
                let stored = try #require(view == .first ? contact.first : contact.latest)
                var source = summary.source
                if let submission = stored.record[.submissionID] {
                    let conversion = try #require(try await site.submissions().first { $0.id.rawValue == submission })
                    let own = try #require(sessions.first { $0.id == conversion.session })
                    let earlier = sessions.filter {
                        $0.visitor == own.visitor && $0.startedAt < own.startedAt
                            && ($0.contact == nil || $0.contact == contact.contact.id)
                    }
                    source =
                        LandingChoice.choose(
                            session: judged(own), candidates: earlier.map(judged), lookBackDays: account.lookBackDays,
                            now: conversion.occurredAt
                        ).verdict.source
                }
                matrices[view]?[summary.source, source] += 1
            }
        }
        return matrices
    }

    @Test(arguments: [1, 7, 20_000])
    func `the counts are those of judging every row by itself`(rows: Int) async throws {
        let site = try await Site()
        try await History.record(60, at: site)
        try await site.create([.email: "by.hand@example.com"])
        try await site.draft(.podcast, .offer, .sister)
        let diff = try await site.preview(rows: rows)
        let expected = try await bruteForce(site)
        for view in ReplayView.allCases {
            #expect(diff.matrix(view) == expected[view], "\(view)")
            #expect(diff.matrix(view).moved > 5, "\(view)")
        }
        #expect(diff.first.total == (try await site.contacts().count))
        #expect(diff.first[.crmUI, .crmUI] == 1)
    }

    @Test func `the rules say what each of them decides`() async throws {
        let site = try await Site()
        let url = "https://clinic.example/?utm_source=podcast"
        try await site.record(site.visit(site.browser(), to: url).page())
        try await site.record(site.visit(site.browser(), to: url).form(["email": "a@example.com"]))
        try await site.record(site.visit(site.browser()).page())
        try await site.draft(.podcast)
        let diff = try await site.preview()
        #expect(
            diff.rules == [
                RuleTally(number: "8", sessions: 1, sessionsMoved: 0, contacts: 0, contactsMoved: 0),
                RuleTally(number: "own 1", sessions: 2, sessionsMoved: 2, contacts: 1, contactsMoved: 1),
            ])
    }

    @Test func `a move shows its newest examples, twenty at most, with the rule before and after`() async throws {
        let site = try await Site()
        for number in 0..<25 {
            let visit = site.visit(
                site.browser(), to: "https://clinic.example/?utm_source=podcast&n=\(number)",
                from: "https://a.example/",
                at: .on(0, minute: number))
            try await site.record(visit.form(["email": "v\(number)@example.com"]))
        }
        let post = OwnRule(
            name: "Post", conditions: [OwnCondition(.referrerHost, .equals, "a.example")], source: .socialMedia)
        try await site.draft(.sister, post)
        let diff = try await site.preview(rows: 10)
        let samples = diff.samples(.first, from: .referral, to: .socialMedia)
        #expect(samples.count == 20)
        #expect(diff.samples(.touches, from: .referral, to: .socialMedia).count == 20)
        let newest = try #require(samples.first)
        #expect(newest.landingURL == "https://clinic.example/?utm_source=podcast&n=24")
        #expect(newest.landingReferrer == "https://a.example/")
        #expect(newest.oldRule == "7")
        #expect(newest.newRule == "own 2")
        #expect(newest.contact == (try await site.contact(.email, "v24@example.com").contact.id))
    }

    @Test func `examples come with the end, the same number for each of many moves`() async throws {
        let site = try await Site()
        for number in 0..<25 {
            try await site.record(
                site.visit(site.browser(), to: "https://clinic.example/?utm_source=podcast&n=\(number)").page())
        }
        try await site.draft(.podcast)
        let id = try await site.crm.rules.startPreview(site.account, by: Site.owner, now: .on(20))
        _ = try await site.crm.rules.runOneChunk(now: .on(20), rows: 10)
        let running = try #require(try await site.crm.rules.replay(site.account, id))
        #expect(running.result.touches.moved == 10)
        #expect(running.result.samples.isEmpty)
        try await site.runReplays()
        #expect(try await site.crm.rules.replay(site.account, id)?.result.samples.count == 20)
        let counts = try await site.house.database.read { connection in
            try [0, 1, 15, 60, 90].map {
                try ReplayReading.samples(connection, site.account, id, .touches, ofMoves: $0).count
            }
        }
        #expect(counts == [0, 20, 20, 5, 3])
    }

    @Test func `a contact that is erased takes its examples along`() async throws {
        let site = try await Site()
        let visit = site.visit(site.browser(), to: "https://clinic.example/?utm_source=podcast")
        try await site.record(visit.form(["email": "ann@example.com"]))
        try await site.draft(.podcast)
        let id = try await site.crm.rules.startPreview(site.account, by: Site.owner, now: .on(20))
        try await site.runReplays()
        try await site.crm.contacts.delete(site.account, try await site.contact().contact.id, now: .start)
        let result = try await site.crm.rules.replay(site.account, id)?.result
        #expect(result?.samples(.first, from: .others, to: .referral).isEmpty == true)
        #expect(result?.first.moved == 1)
    }

    @Test func `progress goes from nothing to all`() async throws {
        let site = try await Site()
        try await History.record(20, at: site)
        try await site.draft(.podcast)
        let id = try await site.crm.rules.startPreview(site.account, by: Site.owner, now: .on(20))
        var seen: [Double] = []
        repeat {
            seen.append(try #require(try await site.crm.rules.replay(site.account, id)).progress)
        } while try await site.crm.rules.runOneChunk(now: .on(20), rows: 9)
        #expect(seen.first == 0)
        #expect(seen.last == 1)
        #expect(seen == seen.sorted())
        #expect(seen.count > 5)
    }

    @Test func `a preview writes nothing beside its counts`() async throws {
        let site = try await Site()
        try await History.record(20, at: site)
        try await site.draft(.podcast, .offer)
        _ = try await site.preview()
        #expect(try await site.house.count("session_opinions") == 0)
        #expect(try await site.house.count("attribution_opinions") == 0)
        #expect(try await site.crm.rules.history(site.account).isEmpty)
    }

    @Test func `a new preview takes the place of one that still counts`() async throws {
        let site = try await Site()
        try await site.draft(.podcast)
        let old = try await site.crm.rules.startPreview(site.account, by: Site.owner, now: .on(20))
        _ = try await site.preview(at: .on(20, minute: 1))
        #expect(try await site.crm.rules.replay(site.account, old)?.state == .cancelled)
    }
}
