import Attribution
import Testing

@testable import CRM

/// While facts follow other rules, whatever is read of them says so.
@Suite struct RulesUnderwayTests {
    private static let days = ReportDays(from: CalendarDate(dayNumber: 20_000), to: CalendarDate(dayNumber: 21_000))

    /// Somebody who came by a page that ads alone lead to, as an own rule says.
    private func site() async throws -> Site {
        let site = try await Site()
        let visit = site.visit(site.browser(), to: "https://clinic.example/offer", at: .on(0))
        try await site.record(visit.page(), visit.form(["email": "ann@example.com"]))
        try await site.crm.facts.catchUp(now: .on(1))
        return site
    }

    private func underway(_ site: Site) async throws -> RulesUnderway? {
        let account = try await site.crm.accounts.account(site.account)
        return try await site.crm.reports.moment(of: account) { $0.rulesUnderway }
    }

    /// How many visits and contacts reports see under a source.
    private func counts(_ site: Site, _ source: Source) async throws -> [Int64?] {
        let account = try await site.crm.accounts.account(site.account)
        let filter = ReportFilter(ReportColumn(.attribution(.sessionSource), .first), .isAny(of: [source.rawValue]))
        return try await site.crm.reports.answer(
            [
                ReportQuery(.visits, where: [filter], days: Self.days),
                ReportQuery(.contacts, where: [filter], days: Self.days),
            ], for: account
        ).map { $0.total.first?.number }
    }

    @Test func `until the last of the facts speaks by the rules in use, a moment says since when and how far`()
        async throws
    {
        let site = try await site()
        #expect(try await underway(site) == nil)
        try await site.publish(.offer, at: .on(2))
        #expect(try await underway(site) == RulesUnderway(since: .on(2), share: 0))
        #expect(try await counts(site, .paidSocial) == [0, 0])
        // A subject a turn: visits speak by the new rules now, and contacts by the old ones.
        #expect(try await site.crm.facts.runOnce(now: .on(2)).state == .hasMore)
        #expect(try await counts(site, .paidSocial) == [1, 0])
        let halfway = try #require(try await underway(site))
        #expect(halfway.since == .on(2) && halfway.share > 0 && halfway.share < 1)
        try await site.crm.facts.catchUp(now: .on(2))
        #expect(try await counts(site, .paidSocial) == [1, 1])
        #expect(try await underway(site) == nil)
    }

    @Test func `whoever goes back before all of them were applied is told until all of that is undone`() async throws {
        let site = try await site()
        try await site.publish(.offer, at: .on(2))
        _ = try await site.crm.facts.runOnce(now: .on(2))
        _ = try await site.crm.rules.restore(site.account, revision: 0, by: Site.owner, now: .on(3))
        #expect(try await underway(site)?.since == .on(3))
        _ = try await site.crm.facts.runOnce(now: .on(3))
        #expect(try await underway(site)?.since == .on(3))
        try await site.crm.facts.catchUp(now: .on(3))
        #expect(try await underway(site) == nil)
        #expect(try await counts(site, .paidSocial) == [0, 0])
    }

    @Test func `facts that are made anew for another reason are no mixture`() async throws {
        let site = try await site()
        try await site.crm.facts.rebuild(site.account)
        #expect(try await underway(site) == nil)
        try await site.publish(.offer, at: .on(2))
        try await site.crm.facts.rebuild(site.account)
        _ = try await site.crm.facts.runOnce(now: .on(2))
        #expect(try await underway(site)?.since == .on(2))
        try await site.crm.facts.catchUp(now: .on(2))
        #expect(try await underway(site) == nil)
    }

    @Test func `ads reports and widgets say the same`() async throws {
        let site = try await site()
        let account = try await site.crm.accounts.account(site.account)
        let widget = try #require(
            try DashboardTemplate.overview.draft(name: "x") { site.crm.ids.identifier(at: 0) }.widgets.first)
        func said() async throws -> [Milliseconds?] {
            let ads = try await site.crm.reports.ads(AdReportRequest(.google, .first, days: Self.days), for: account)
            let answers = try await site.crm.dashboards.answers(
                [widget], over: .days(Self.days), of: account, now: .on(3))
            return [ads.rulesUnderway?.since] + answers.map(\.rulesUnderway?.since)
        }
        #expect(try await said() == [nil, nil])
        try await site.publish(.offer, at: .on(2))
        #expect(try await said() == [.on(2), .on(2)])
        try await site.crm.facts.catchUp(now: .on(2))
        #expect(try await said() == [nil, nil])
    }
}
