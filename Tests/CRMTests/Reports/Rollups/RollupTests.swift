import Attribution
import Database
import Foundation
import Testing

@testable import CRM

/// A roll-up answers what its facts would answer, or is not there.
@Suite struct RollupTests {
    @Test(arguments: PlainAnswerTests.places)
    func `rolled up or not, every answer is what looking at each thing by itself comes to`(
        _ place: PlainAnswerTests.Place
    ) async throws {
        let site = try await Site { $0.timeZone = place.zone }
        let date = try #require(CalendarDate(place.around))
        var chance = Chance(seed: place.seed, around: Milliseconds(date.dayNumber) * .day, zone: place.zone)
        chance.days = 220
        let things = chance.things(1_500)
        try await site.store(things)
        try await site.rollUp(at: chance.around + 300 * .day)
        let account = try await site.loaded()
        let queries = (0..<80).map { _ in chance.rollupQuery() }
        let answers = try await site.crm.reports.answer(queries, for: account)
        let zone = try #require(TimeZone(identifier: place.zone))
        let rates = try await site.crm.currencies.rates(site.account)
        for (query, answer) in zip(queries, answers) {
            let expected = PlainAnswer(query, things, zone: zone, weekStart: Weekday.sunday.number, rates: rates)
            let found = PlainAnswer(answer)
            #expect(found.total == expected.total, "\(query)")
            #expect(found.rows == expected.rows, "\(query)")
        }
        for rollup in Rollup.all {
            let blocks = try await site.blocks(rollup)
            #expect(Set(blocks.map(\.span)) == Set(RollupBlock.Span.allCases), "\(rollup.name)")
            #expect(blocks.contains { $0.rows > 0 }, "\(rollup.name)")
        }
        let asked = chance
        #expect(try await site.house.database.read { try asked.readsBlocks($0, queries, account) } == 80)
    }

    @Test(arguments: FactChange.allCases)
    func `after a change no block says what was before, and those that went come again`(
        change: FactChange
    ) async throws {
        let story = try await FactStory()
        _ = try await story.site.facts()
        try await story.site.rollUp(at: .on(30))
        try await change.apply(to: story)
        _ = try await story.site.facts(at: .on(30, minute: 1))
        try await story.site.rollUp(at: .on(30, minute: 1))
        let lines = try await story.site.rollupLines()
        try await story.site.forgetRollups()
        try await story.site.rollUp(at: .on(30, minute: 1))
        #expect(try await story.site.rollupLines() == lines)
        #expect(lines.count > 50)
    }

    @Test func `a change takes the blocks of its days away, and no others`() async throws {
        let site = try await Site()
        for day in 0..<12 { try await site.strangers(1, at: .on(day)) }
        _ = try await site.facts(at: .on(20))
        try await site.rollUp(at: .on(20))
        let rollup = try #require(Rollup.of(.visits).first)
        let before = try await site.blocks(rollup)
        try await site.strangers(1, at: .on(5))
        _ = try await site.crm.facts.runOnce(now: .on(20))
        let after = try await site.blocks(rollup)
        let gone = Set(before).subtracting(after)
        #expect(!gone.isEmpty && !after.isEmpty && Set(after).isSubset(of: before))
        #expect(gone.allSatisfy { $0.range.contains(.on(5)) })
        #expect(after.allSatisfy { !$0.range.contains(.on(5)) })
    }

    @Test func `whoever takes turns rolls up what is over, and the next day the day that is over then`() async throws {
        let site = try await Site()
        try await site.strangers(3, at: .on(1))
        try await site.crm.facts.catchUp(now: .on(1, minute: 1))
        try await site.crm.facts.catchUp(now: .on(1, minute: 2))
        #expect(try await site.house.count("report_rollups") == 0)
        try await site.crm.facts.catchUp(now: .on(2) + .day)
        let rollup = try #require(Rollup.of(.visits).first)
        #expect(try await site.blocks(rollup).contains { $0.span == .day && $0.rows == 1 })
        #expect(try await site.crm.facts.runOnce(now: .on(3)).state == .idle)
    }

    @Test func `in another time zone days are other ones, and so are their blocks`() async throws {
        let site = try await Site { $0.timeZone = "Europe/Berlin" }
        for day in 0..<9 { try await site.strangers(2, at: .on(day)) }
        _ = try await site.facts(at: .on(20))
        try await site.rollUp(at: .on(20))
        try await site.house.database.write { connection in
            try connection.execute("update accounts set time_zone = 'Asia/Kathmandu'")
        }
        let first = CalendarDate(dayNumber: Int(Milliseconds.on(0) / .day) - 1)
        let query = ReportQuery(
            .visits, by: [ReportColumn(.attribution(.sessionSource), .first)], bucket: .day,
            days: ReportDays(from: first, to: first.adding(days: 12)))
        let before = try await site.crm.reports.answer([query], for: site.loaded())
        try await site.rollUp(at: .on(20))
        #expect(try await site.crm.reports.answer([query], for: site.loaded()) == before)
        let lines = try await site.rollupLines()
        try await site.forgetRollups()
        try await site.rollUp(at: .on(20))
        #expect(try await site.rollupLines() == lines)
    }

    @Test func `amounts are added up ahead only where none of them is converted`() async throws {
        let site = try await Site()
        var chance = Chance(seed: 7, around: .on(0), zone: "UTC")
        try await site.store(chance.things(100))
        let days = ReportDays(from: CalendarDate(dayNumber: 0), to: .last)
        let queries = [ReportQuery(.wins, [.count], days: days), ReportQuery(.wins, [.sum], days: days)]
        let account = try await site.loaded()
        let asked = chance
        #expect(try await site.house.database.read { try asked.readsBlocks($0, queries, account) } == 2)
        try await site.crm.currencies.save(site.account, code: "EUR", rate: "1.0845", by: .command, now: .start)
        #expect(try await site.house.database.read { try asked.readsBlocks($0, queries, account) } == 1)
    }

    @Test func `amounts that no number can hold together are kept apart, and still added up`() throws {
        let rollup = try #require(Rollup.of(.wins).first)
        let amounts: [Int64] = [.max, .max, 7, .min, .min, -7]
        let part = try FactPart(
            .wins, from: 0, to: .day, rows: amounts.count,
            blobs: [FactColumn.value.name: FactAmounts.stored(amounts)])
        var draft = RollupDraft(rollup)
        try draft.take(part, 0..<part.rows, source: nil)
        let cells = try #require(draft.sorted().cells.first)
        let blobs = try RollupCells.columns(cells, of: rollup, [FactColumn.value.name, FactPart.countsName])
        let block = try FactPart(.wins, from: 0, to: .day, rows: draft.rows, blobs: blobs)
        let values = try #require(try block.values())
        let counts = try #require(try block.counts())
        #expect((0..<block.rows).reduce(Int128(0)) { $0 + Int128(values[$1]) } == -2)
        #expect((0..<block.rows).reduce(0) { $0 + counts[$1] } == amounts.count)
    }
}

extension Chance {
    /// A question that some roll-up knows the answer to.
    fileprivate mutating func rollupQuery() -> ReportQuery {
        var query = query()
        query.metrics = query.subject == .wins ? [.count, .sum] : [.count]
        let rollup = dice.one(of: Rollup.of(query.subject))
        if let source = rollup.source, case .report(let column) = rollup.sourceColumn {
            query.filters.insert(ReportFilter(column, .isAny(of: [source.label])), at: 0)
        }
        let filters = query.filters
        query.groups.removeAll { !rollup.holds([.report($0)], where: filters) }
        query.filters.removeAll { !rollup.holds([.report($0.column)], where: filters) }
        return query
    }

    fileprivate func readsBlocks(
        _ connection: Connection, _ queries: [ReportQuery], _ account: Account
    ) throws -> Int {
        var reading = try ReportReading(connection, account, FactDictionaries())
        return try queries.count { try ReportScan($0, &reading).rollup != nil }
    }
}
