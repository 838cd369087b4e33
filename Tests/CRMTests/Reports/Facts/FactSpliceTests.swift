import Attribution
import Database
import Testing

@testable import CRM

/// Parts in which what has changed was put in its place are those that are made from nothing.
@Suite struct FactSpliceTests {
    @Test(arguments: [1, 2, 3] as [UInt64])
    func `after each of many changes, the parts say what parts say that are made from nothing`(
        seed: UInt64
    ) async throws {
        let site = try await FactStory().site
        let facts = Facts(
            database: site.house.database, partRows: seed == 1 ? 1_000 : 7, mostWeight: seed == 3 ? 60 : 8_000)
        var turmoil = FactTurmoil(site, seed: seed)
        try await facts.catchUp(now: .on(30))
        for turn in 0..<40 {
            for _ in 0...(turn % 4) { try await turmoil.happen() }
            try await facts.catchUp(now: .on(30))
            let lines = try await FactDump.lines(site.house, site.account)
            let anew = try await site.linesFromNothing()
            try #require(lines == anew, "turn \(turn)")
            if turn % 4 == 3 { try await site.expectRightBlocks("turn \(turn)") }
        }
        #expect(try await FactDump.lines(site.house, site.account).count > 50)
    }

    @Test func `what has changed is read, and little else of its part`() async throws {
        let site = try await Site()
        for minute in 0..<200 { try await site.strangers(1, at: .on(1, minute: minute)) }
        try await site.crm.facts.catchUp(now: .on(9))
        try await site.house.database.write { connection in
            _ = try connection.execute(
                "update sessions set source = 'referral' where started_at = $1",
                [
                    Milliseconds.on(1, minute: 100)
                ])
        }
        #expect(try await site.crm.facts.runOnce(now: .on(9)).rows == 1)
        try await site.strangers(3, at: .on(1, minute: 300))
        #expect(try await site.crm.facts.runOnce(now: .on(9)).rows == 3)
        let lines = try await FactDump.lines(site.house, site.account)
        #expect(lines.count == 203 && lines.count { $0.contains("referral") } == 1)
        #expect(try await site.linesFromNothing() == lines)
        #expect(try await site.house.count("report_parts") == 1)
    }

    @Test func `a part that is damaged is made anew when something of it changes`() async throws {
        let site = try await Site()
        try await site.strangers(5, at: .on(1))
        let lines = try await site.facts(at: .on(9))
        let hours: Milliseconds = 2 * .hour
        try await site.house.database.write { connection in
            _ = try connection.execute(
                "update report_columns set data = $1 where name = 'at'", [[UInt8](repeating: 0, count: 3)])
            _ = try connection.execute("update sessions set started_at = started_at + $1", [hours])
        }
        #expect(try await site.facts(at: .on(9)).count == lines.count)
        #expect(try await site.facts(at: .on(9)) == site.linesFromNothing())
    }

    @Test(
        arguments: [
            ([10, 20, 30], 3, [[10, 20, 30]]), ([10, 20, 30, 40], 3, [[10, 20, 30], [40]]),
            ([10, 20, 20, 20, 30], 2, [[10], [20, 20, 20], [30]]),
            ([20, 20, 20, 20], 2, [[20, 20, 20, 20]]),
            ([10, 20, 30, 30], 3, [[10, 20], [30, 30]]), ([], 3, []),
        ] as [([Milliseconds], Int, [[Milliseconds]])])
    func `a part is cut between moments`(moments: [Milliseconds], most: Int, parts: [[Milliseconds]]) {
        let pieces = FactCut.pieces(of: moments, in: 0..<100, partRows: most)
        #expect(pieces.map { Array(moments[$0.rows]) } == parts)
        #expect(
            pieces.allSatisfy { piece in moments[piece.rows].allSatisfy { piece.range.contains($0) } })
        #expect(
            zip(pieces, pieces.dropFirst()).allSatisfy { $0.range.upperBound == $1.range.lowerBound })
    }

    @Test
    func
        `of changes that lie close together blocks are looked for once, and only those go that hold one`()
    {
        let day = Milliseconds.day
        let changes = RollupChanges([
            5 * day..<5 * day + 2, 4 * day..<4 * day + 9, 20 * day..<20 * day + 1,
        ])
        #expect(changes.runs == [4 * day..<5 * day + 2, 20 * day..<20 * day + 1])
        #expect(changes.reach(into: 4 * day..<5 * day) && changes.reach(into: 0..<64 * day))
        #expect(!changes.reach(into: 4 * day + 9..<5 * day) && !changes.reach(into: 6 * day..<20 * day))
        let everything = RollupChanges([FactWalk.beginning..<4 * day, 4 * day..<Milliseconds.max])
        #expect(everything.runs == [FactWalk.beginning..<Milliseconds.max])
    }
}

extension Site {
    /// Every block says what it would say if it were made anew.
    fileprivate func expectRightBlocks(_ comment: Comment) async throws {
        try await rollUp(at: .on(30))
        let blocks = try await rollupLines()
        try await forgetRollups()
        try await rollUp(at: .on(30))
        let anew = try await rollupLines()
        try #require(blocks == anew, comment)
    }

    /// What facts would say that are made from nothing; those that are there stay.
    fileprivate func linesFromNothing() async throws -> [String] {
        struct Undone: Error { let lines: [String] }
        let account = account
        do {
            try await house.database.write { connection in
                for table in ["report_parts", "report_columns", "report_values"] {
                    try connection.execute("delete from \(table)")
                }
                var place: FactWalk? = FactWalk(
                    account: account, number: 0, subject: .visits, at: FactWalk.beginning, isCounted: true)
                while let walk = place {
                    let step = try walk.step(connection, partRows: 1_000)
                    if let build = step?.build {
                        try FactValueStore.insert(connection, account, build.newValues)
                        try FactPartStore.replace(connection, build)
                    }
                    place = step?.next
                }
                throw Undone(lines: try FactDump.lines(connection, account))
            }
        } catch let undone as Undone {
            return undone.lines
        }
        return []
    }
}
