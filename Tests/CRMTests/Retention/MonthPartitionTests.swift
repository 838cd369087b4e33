import Database
import DatabaseTesting
import Testing

@testable import CRM

/// The months of page views on PostgreSQL, on the real thing.
@Suite(.enabled(if: TestDatabase.dialect == .postgres)) struct MonthPartitionTests {
    private let partitions = MonthPartitions(table: "page_views")

    private func count(_ site: Site, in table: String) async throws -> Int { try await site.house.count(table) }

    private func have(_ month: CalendarMonth, _ site: Site) async throws {
        let months = try await site.house.database.read { try partitions.months($0) }
        guard !months.contains(month) else { return }
        try await site.house.database.write(.readCommitted) { try partitions.make(month, $0) }
    }

    @Test func `a round makes the coming months, and takes their rows out of the default partition`() async throws {
        let site = try await Site()
        try await site.record(site.visit(site.browser(), at: .month(60)).page(), now: .month(60))
        #expect(try await count(site, in: "page_views_default") == 1)
        _ = try await site.retain(at: .month(60))
        let months = try await site.house.database.read { try partitions.months($0) }
        let this = CalendarMonth(of: .month(60))
        #expect(months.isSuperset(of: (-1...3).map(this.adding)))
        #expect(try await count(site, in: "page_views_default") == 0)
        #expect(try await count(site, in: this.partition(of: "page_views")) == 1)
        try await site.record(site.visit(site.browser(), at: .month(61)).page(), now: .month(61))
        #expect(try await count(site, in: "page_views_default") == 0)
    }

    @Test func `a month goes whole when every account has done with it`() async throws {
        let site = try await Site()
        let month = CalendarMonth(of: .start)
        try await have(month, site)
        try await site.strangers(3, at: .start)
        let early = try await site.retain(at: .month(14))
        #expect(early.droppedPartitions.contains(month.partition(of: "page_views")))
        #expect(early.deleted["page_views"] == nil && early.failedPartitions == 0)
        #expect(try await count(site, in: "page_views") == 0)
    }

    @Test func `a month of which one account keeps something loses the rows of the others alone`() async throws {
        let site = try await Site()
        let archive = try await Site(in: site.house, name: "Archive") { $0.pageViewMonths = 0 }
        let month = CalendarMonth(of: .start)
        try await have(month, site)
        try await site.strangers(3, at: .start)
        try await archive.strangers(2, at: .start)
        let run = try await site.retain(at: .month(14))
        #expect(run.droppedPartitions.isEmpty && run.deleted["page_views"] == 3)
        #expect(try await count(site, in: month.partition(of: "page_views")) == 2)
    }

    @Test func `a row that is written while its month gets a partition moves there too`() async throws {
        let site = try await Site()
        let (now, account) = (Milliseconds.month(60), site.account)
        let page = site.visit(site.browser(), at: now).page()
        let (begun, begin) = AsyncStream<Void>.makeStream()
        let held = Hold()
        async let writer: Void = site.house.second().database.write(.readCommitted) { connection in
            defer { begin.finish() }
            try TrackingStore.insert(
                connection,
                pageViews: [
                    PageView(
                        account: account, event: page.id, session: nil, visitor: nil, occurredAt: now, receivedAt: now,
                        url: page.url, referrer: nil, title: nil)
                ])
            begin.yield()
            held.wait()
        }
        for await _ in begun { break }
        let month = CalendarMonth(of: now)
        async let maker: Void = site.house.database.write(.readCommitted) { try partitions.make(month, $0) }
        try await Task.sleep(for: .milliseconds(300))
        held.release()
        try await writer
        try await maker
        #expect(try await count(site, in: month.partition(of: "page_views")) == 1)
    }

    @Test func `who is in the way of a drop is not waited for long, and the rows go one by one`() async throws {
        let site = try await Site()
        let month = CalendarMonth(of: .start)
        try await have(month, site)
        try await site.strangers(3, at: .start)
        try await site.wakeRetention(.month(14))
        let retention = site.crm.retention
        let name = month.partition(of: "page_views")
        let (begun, begin) = AsyncStream<Void>.makeStream()
        let (ended, end) = AsyncStream<Void>.makeStream()
        async let reader: Void = site.house.second().database.withReader(of: name, begin, until: ended)
        for await _ in begun { break }
        let run = try await retention.runOnce(now: .month(14)) { _ in }
        end.finish()
        try await reader
        #expect(run.failedPartitions >= 1 && !run.droppedPartitions.contains(name))
        #expect(run.deleted["page_views"] == 3 && run.state == .finished)
    }
}

extension Database {
    /// Keeps a partition open, as a long export does, until it is told to end.
    fileprivate func withReader(
        of table: String, _ begin: AsyncStream<Void>.Continuation, until ended: AsyncStream<Void>
    ) async throws {
        let held = Hold()
        async let reading: Void = read { connection in
            _ = try connection.row("select count(*) as count from \(table)")
            begin.yield()
            held.wait()
        }
        for await _ in ended {}
        held.release()
        try await reading
    }
}
