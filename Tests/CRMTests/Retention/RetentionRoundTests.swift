import Database
import DatabaseTesting
import Synchronization
import Testing

@testable import CRM

/// How the work is cut up: small transactions, a lease, a place to go on from, a clock that is not believed at once.
@Suite struct RetentionRoundTests {
    @Test func `others write between two chunks`() async throws {
        let site = try await Site()
        try await site.besideAnArchive()
        try await site.strangers(2_500, at: .start)
        try await site.wakeRetention(.month(14))
        let left = Mutex<[Int]>([])
        let run = try await site.crm.retention.runOnce(now: .month(14)) { _ in
            try await site.record(site.visit(site.browser(), at: .month(14)).page())
            let count = try await site.house.count("page_views")
            left.withLock { $0.append(count) }
        }
        #expect(run.deleted["page_views"] == 2_500)
        let counts = left.withLock { $0 }
        // Each chunk took a thousand at most, and each pause let one in.
        #expect(counts.prefix(3) == [1_501, 502, 3])
        #expect(try await site.house.count("page_views") == counts.count)
    }

    @Test func `a budget stops the round, and the next run goes on there`() async throws {
        let site = try await Site()
        try await site.besideAnArchive()
        try await site.strangers(2_500, at: .start)
        try await site.wakeRetention(.month(14))
        var total = 0
        var runs = 0
        var state = RetentionRun.State.hasMore
        while state == .hasMore {
            let run = try await site.crm.retention.runOnce(now: .month(14), budget: 2) { _ in }
            total += run.deleted["visitors"] ?? 0
            state = run.state
            runs += 1
            #expect(runs < 100)
        }
        #expect(state == .finished && runs > 5)
        #expect(total == 2_500)
        #expect(try await site.counts("page_views", "event_ids", "sessions", "visitors").values.allSatisfy { $0 == 0 })
    }

    @Test func `a second round has nothing to do, and comes a day later`() async throws {
        let site = try await Site()
        try await site.strangers(3, at: .start)
        try await site.retain(at: .month(14))
        #expect(try await site.crm.retention.runOnce(now: .month(14) + .hour).state == .idle)
        let again = try await site.crm.retention.runOnce(now: .month(14, day: 1))
        #expect(again == RetentionRun(state: .finished))
    }

    @Test func `one process works, the other one waits for its lease to run out`() async throws {
        let site = try await Site()
        try await site.besideAnArchive()
        try await site.strangers(2_500, at: .start)
        try await site.wakeRetention(.month(14))
        let other = try site.house.second().crm.retention
        let now = Milliseconds.month(14)
        #expect(try await site.crm.retention.runOnce(now: now, budget: 1) { _ in }.state == .hasMore)
        #expect(try await other.runOnce(now: now + .minute).state == .idle)
        let rest = try await other.runOnce(now: now + 20 * .minute) { _ in }
        #expect(rest.state == .finished && rest.deleted["page_views"] == 1_500)
        #expect(try await site.crm.retention.runOnce(now: now + 21 * .minute).state == .idle)
    }

    @Test func `a process that has lost its lease deletes nothing more`() async throws {
        let site = try await Site()
        try await site.besideAnArchive()
        try await site.strangers(2_500, at: .start)
        try await site.wakeRetention(.month(14))
        let database = site.house.database
        let run = try await site.crm.retention.runOnce(now: .month(14)) { _ in
            try await database.write { _ = try $0.execute("update jobs set lease_owner = 'somebody else'") }
        }
        #expect(run == RetentionRun(state: .idle, deleted: ["page_views": 1_000]))
    }

    @Test func `nothing goes before the clock has been right for a day`() async throws {
        let site = try await Site()
        try await site.strangers(3, at: .start)
        let retention = site.crm.retention
        let future = Milliseconds.month(40)
        #expect(try await retention.runOnce(now: .on(1)).state == .waiting(until: .on(2)))
        #expect(try await retention.runOnce(now: .on(2)).state == .finished)
        // It leaps three years ahead, and is put right again.
        #expect(try await retention.runOnce(now: future).state == .waiting(until: future + .day))
        #expect(try await retention.runOnce(now: future + .hour).state == .waiting(until: future + .day))
        #expect(try await retention.runOnce(now: .on(3)) == RetentionRun(state: .finished))
        #expect(try await site.house.count("page_views") == 3)
    }

    @Test func `a clock that goes backwards deletes nothing`() async throws {
        let site = try await Site()
        try await site.retain(at: .month(14))
        try await site.strangers(3, at: .month(13))
        for moment in [.month(13, day: 1), .start, .start - 4_000 * .day] as [Milliseconds] {
            #expect(try await site.crm.retention.runOnce(now: moment).deleted.isEmpty)
        }
        #expect(try await site.house.count("page_views") == 3)
    }

    @Test func `the place of a round names nobody`() async throws {
        let site = try await Site()
        try await site.strangers(5, at: .start)
        for number in 0..<3 {
            try await site.record(site.visit(site.browser()).form(["email": "ann\(number)@example.com"]))
        }
        try await site.wakeRetention(.month(14))
        for _ in 0..<30 {
            _ = try await site.crm.retention.runOnce(now: .month(14), budget: 1) { _ in }
            let places = try await site.house.texts("place", of: "jobs").compactMap { $0 }
            #expect(!places.contains { $0.contains("example.com") })
        }
        #expect(try await site.house.texts("place", of: "jobs").compactMap { $0 } == [])
    }

    @Test(.enabled(if: TestDatabase.dialect == .sqlite), arguments: RetentionStep.allCases)
    func `every walk is a range of a key or an index`(step: RetentionStep) async throws {
        let site = try await Site()
        let turn = RetentionTurn(step: step, account: step.walk.isOfAccount ? site.account : nil, end: 1)
        let key = RetentionKey.beginning(of: step.walk)
        let plans = try await site.house.database.write { connection in
            try connection.plans { connection in
                _ = try RetentionStore.chunk(connection, turn, after: key, 9)
                let chunk = RetentionStore.Chunk(hasExpired: true, last: key, isLast: true)
                _ = try RetentionStore.delete(connection, turn, after: key, to: chunk)
            }
        }
        let steps = plans.flatMap { $0.split(separator: "\n") }
        #expect(!steps.contains { $0.hasPrefix("SCAN") || $0.contains("TEMP B-TREE") })
        let walks = steps.filter { $0.hasPrefix("SEARCH \(step.walk.table) ") }
        #expect(walks.count >= 2)
        if step.walk.isOfAccount { #expect(walks.allSatisfy { $0.contains("(account_id=? AND ") }) }
    }
}
