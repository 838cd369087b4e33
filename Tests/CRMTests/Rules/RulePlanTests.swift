import Attribution
import Database
import DatabaseTesting
import Foundation
import Testing

@testable import CRM

/// What a replay reads it reads along a key, and what it looks up it finds by one.
@Suite(.enabled(if: TestDatabase.dialect == .sqlite)) struct RulePlanTests {
    private func plans(_ body: @escaping @Sendable (Connection, AccountID) throws -> Void) async throws -> [String] {
        let site = try await Site()
        try await History.record(8, at: site)
        try await site.publish(.podcast)
        return try await site.house.database.write { connection in
            try connection.plans { try body($0, site.account) }
        }
    }

    private func job(_ account: AccountID, _ phase: ReplayJob.Phase, hasBegun: Bool) -> ReplayJob {
        ReplayJob(
            account: account, id: ReplayID(rawValue: "x"), kind: .publication, revision: 2, draftVersion: nil, base: 1,
            phase: phase, sessionCursor: hasBegun ? SessionID(rawValue: UUID()) : nil,
            attributionCursor: hasBegun ? AttributionID(rawValue: "z") : nil,
            step: 0, done: 0, total: 1, tally: ReplayTally())
    }

    @Test(arguments: [false, true])
    func `a replay walks along the keys and sorts nothing`(hasBegun: Bool) async throws {
        let plans = try await plans { connection, account in
            let classifier = Classifier(.classic)
            let sessions = job(account, .sessions, hasBegun: hasBegun)
            _ = try SessionReplay.chunk(connection, sessions, by: classifier, limit: 9)
            let attributions = job(account, .attributions, hasBegun: hasBegun)
            _ = try AttributionReplay.chunk(connection, attributions, by: classifier, limit: 9)
        }
        let range = hasBegun ? "(account_id=? AND id<?)" : "(account_id=?)"
        #expect(plans.contains { $0.contains("SEARCH sessions USING PRIMARY KEY \(range)") })
        #expect(plans.contains { $0.contains("SEARCH attributions USING PRIMARY KEY \(range)") })
        #expect(plans.contains { $0.contains("SEARCH contacts USING PRIMARY KEY (account_id=? AND id=?)") })
        // What is scanned is the page that each walk has read.
        let steps = plans.flatMap { $0.split(separator: "\n") }.filter { !$0.hasPrefix("SCAN walk") }
        #expect(steps.allSatisfy { !$0.contains("TEMP B-TREE") && !$0.contains("SCAN") })
    }

    @Test func `opinions, samples and what may be carried over are found by key`() async throws {
        let plans = try await plans { connection, account in
            let session = SessionID(rawValue: UUID())
            let attribution = AttributionID(rawValue: "x")
            _ = try OpinionStore.opinions(connection, account, 1, [session])
            _ = try OpinionStore.opinions(connection, account, 1, [attribution])
            _ = try ReplayReading.replay(connection, account, ReplayID(rawValue: "x"))
            _ = try ReplayReading.samples(connection, account, ReplayID(rawValue: "x"), .first, ofMoves: 1)
            var places = [EarlierLandings.Place(Scoped(account, VisitorID(rawValue: UUID())), since: 0, until: 1)]
            _ = try EarlierLandings.pages(connection, &places)
            _ = try ContactsThen(connection, account, at: ReplayID(rawValue: "x"))
            _ = try RuleStore.judging(connection, [account])
            try OpinionStore.prune(connection, Scoped(account, 1), limit: 9)
        }
        let steps = plans.flatMap { $0.split(separator: "\n") }.filter {
            $0.contains("SEARCH") || $0.contains("SCAN") && !$0.hasPrefix("SCAN walk")
        }
        #expect(steps.count >= 8)
        #expect(steps.allSatisfy { $0.contains("account_id=?") || $0.contains("LIST SUBQUERY") }, "\(steps)")
        #expect(plans.allSatisfy { !$0.contains("TEMP B-TREE FOR ORDER BY") })
        #expect(plans.contains { $0.contains("sessions_by_visitor (account_id=? AND visitor_id=? AND started_at>?") })
    }

    @Test func `looking for something to do costs next to nothing`() async throws {
        let plans = try await plans { connection, _ in
            _ = try ReplayStore.runnable(connection, for: RunnerID(), now: 1)
            _ = try OpinionStore.toPrune(connection)
        }
        #expect(plans.first?.contains("replays_to_run") == true)
        #expect(plans.last?.contains("rule_revisions_to_prune") == true)
        #expect(plans.allSatisfy { !$0.contains("TEMP B-TREE") })
    }
}
