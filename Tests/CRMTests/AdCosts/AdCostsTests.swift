import Foundation
import Testing

@testable import CRM

/// Costs in the database: whatever is imported twice, in whatever kind of file, counts once.
@Suite struct AdCostsTests {
    private static let now: Milliseconds = 1_795_305_600_000  // 2026-11-22
    private static let days = ReportDays(CalendarDate(dayNumber: 20_000), CalendarDate(dayNumber: 21_000))

    private func take(_ site: Site, _ text: String, dryRun: Bool = false) async throws -> AdCostReport {
        try await site.crm.adCosts.import(
            try await site.crm.accounts.account(site.account), AdCostFile(bytes: Array(text.utf8)), dryRun: dryRun,
            by: .server, now: Self.now)
    }

    private func costs(_ site: Site, _ platform: AdPlatform = .google) async throws -> [AdCost] {
        let days = try #require(Self.days)
        return try await site.house.database.read { connection in
            var costs: [AdCost] = []
            try AdCostStore.forEach(connection, site.account, platform, days) { cost, _ in costs.append(cost) }
            return costs
        }
    }

    private static let byID = """
        Day,Campaign,Campaign ID,Impr.,Clicks,Cost
        2026-11-20,Botox,1,100,10,5.00
        2026-11-21,Botox,1,200,20,6.00
        2026-11-21,Lips,2,300,30,7.00
        """
    private static let byName = """
        Day,Campaign,Impr.,Clicks,Cost
        2026-11-21,botox ,210,21,6.50
        """

    @Test func `the same file once more changes nothing, and newer figures replace the older`() async throws {
        let site = try await Site()
        let first = try await take(site, Self.byID)
        #expect((first.tally.new, first.tally.changed, first.tally.same) == (3, 0, 0))
        #expect(first.spent.map(\.text) == ["$18.00"] && first.levels == [.campaign: 3])
        let second = try await take(site, Self.byID)
        #expect((second.tally.new, second.tally.changed, second.tally.same) == (0, 0, 3))
        let third = try await take(site, Self.byID.replacing("7.00", with: "8.00"))
        #expect((third.tally.new, third.tally.changed, third.tally.same) == (0, 1, 2))
        #expect(try await costs(site).map(\.cost.minorUnits).sorted() == [500, 600, 800])
        #expect(try await site.crm.adCosts.holdings(site.account).map(\.rows) == [3])
    }

    @Test func `figures that come again in another currency are told apart from those that only changed`() async throws
    {
        let site = try await Site()
        _ = try await take(site, Self.byID)
        let francs = Self.byID.replacing("Cost\n", with: "Cost,Currency\n").split(separator: "\n")
            .map { $0.hasPrefix("2026") ? "\($0),CHF" : String($0) }.joined(separator: "\n")
        let promised = try await take(site, francs, dryRun: true)
        let expected = [AdCurrencyChange(from: "USD", to: "CHF", rows: 3)]
        #expect(promised.tally.changed == 3 && promised.tally.currencyChanges == expected)
        #expect(try await take(site, francs).tally.currencyChanges == expected)
        #expect(try await take(site, francs.replacing("7.00", with: "8.00")).tally.currencyChanges == [])
    }

    @Test func `what an older version kept of an import says nothing of currencies and can be read`() throws {
        let text = #"{"new":1,"changed":2,"same":3,"ambiguous":[]}"#
        let tally = try JSONDecoder().decode(AdCostTally.self, from: Data(text.utf8))
        #expect(tally.written == 6 && tally.currencyChanges == [])
    }

    @Test func `a dry run tells the same and writes nothing`() async throws {
        let site = try await Site()
        let promised = try await take(site, Self.byID, dryRun: true)
        let done = try await take(site, Self.byID)
        #expect(promised == done)
        let again = try await take(site, Self.byID, dryRun: true)
        #expect(again.tally.same == 3)
    }

    @Test func `a file without IDs joins the rows that have them`() async throws {
        let site = try await Site()
        _ = try await take(site, Self.byID)
        let report = try await take(site, Self.byName)
        #expect(report.tally.changed == 1)
        let all = try await costs(site)
        #expect(all.count == 3 && all.allSatisfy { $0.place.campaign.id != nil })
        #expect(all.map(\.cost.minorUnits).sorted() == [500, 650, 700])
    }

    @Test func `a file with IDs takes the place of what came without`() async throws {
        let site = try await Site()
        _ = try await take(site, Self.byName)
        let promised = try await take(site, Self.byID, dryRun: true)
        let report = try await take(site, Self.byID)
        #expect((report.tally.new, report.tally.changed, report.tally.same) == (2, 1, 0))
        #expect(promised == report && report.tally.currencyChanges == [])
        #expect(try await costs(site).map(\.cost.minorUnits).sorted() == [500, 600, 700])
        #expect(try await take(site, Self.byID).tally.same == 3)
    }

    @Test func `a row that gets an ID and another currency at once is told apart as well`() async throws {
        let site = try await Site()
        _ = try await take(site, Self.byName)
        let francs = Self.byID.replacing("Cost\n", with: "Cost (CHF)\n")
        let promised = try await take(site, francs, dryRun: true)
        #expect(promised.tally.currencyChanges == [AdCurrencyChange(from: "USD", to: "CHF", rows: 1)])
        #expect(try await take(site, francs) == promised)
    }

    @Test func `where two rows with IDs take the place of one without, one of them is new`() async throws {
        let site = try await Site()
        _ = try await take(site, Self.byName)
        let report = try await take(site, Self.byID.replacing("Lips", with: "BOTOX"))
        #expect((report.tally.new, report.tally.changed) == (2, 1))
        #expect(try await costs(site).count == 3)
    }

    @Test func `a name that several IDs share is refused without one`() async throws {
        let site = try await Site()
        _ = try await take(site, Self.byID.replacing("Lips", with: "BOTOX"))
        let report = try await take(site, Self.byName)
        #expect(report.tally.written == 0)
        #expect(report.left == [AdCostLine(line: 2, reason: .refused([AdCostReport.unclear]))])
    }

    private static let ads = """
        Day,Campaign,Campaign ID,Ad group,Ad group ID,Ad,Ad ID,Impr.,Clicks,Cost
        2026-11-20,Botox,1,G,10,Video,100,5,1,9.00
        2026-11-19,Botox,1,G,10,Video,100,5,1,9.00
        2026-11-21,lips,,G,11,Picture,101,5,1,1.00
        2026-11-21,Laser,,G,12,Text,102,5,1,1.00
        """

    @Test func `parts of a campaign whose own cost is there are told, for they add nothing`() async throws {
        let site = try await Site()
        _ = try await take(site, Self.byID)
        let promised = try await take(site, Self.ads, dryRun: true)
        #expect(promised.tally.new == 4 && promised.tally.parts == 2)
        #expect(try await take(site, Self.ads) == promised)
        // The campaign comes behind its ads: it says nothing of them.
        #expect(try await take(site, Self.byID).tally.parts == 0)
    }

    @Test func `parts of a group whose own cost is there are told too, and those of one of its name elsewhere are not`()
        async throws
    {
        let site = try await Site()
        let groups = """
            Day,Campaign,Ad group,Impr.,Clicks,Cost
            2026-11-20,Botox,G,5,1,20.00
            2026-11-21,Botox,g,5,1,20.00
            """
        #expect(try await take(site, groups).tally.parts == 0)
        let report = try await take(site, Self.ads)
        #expect(report.tally.new == 4 && report.tally.parts == 1)
        let document = AdCostReportDocument(report)
        let kept = try JSONDecoder().decode(AdCostReportDocument.self, from: JSONEncoder().encode(document))
        #expect(AdCostReport(kept).tally.parts == 1)
    }

    @Test func `what was brought in can be taken away again, and both are written down`() async throws {
        let site = try await Site()
        _ = try await take(site, Self.byID)
        let day = try #require(CalendarDate("2026-11-21"))
        let days = try #require(ReportDays(day, day))
        #expect(try await site.crm.adCosts.remove(site.account, .facebook, days, by: .server, now: Self.now) == 0)
        #expect(try await site.crm.adCosts.remove(site.account, .google, days, by: .server, now: Self.now) == 2)
        #expect(try await costs(site).count == 1)
        let actions = try await site.crm.audit.entries(AuditQuery(account: site.account)).map(\.action)
        #expect(actions.contains(.costsImported) && actions.contains(.costsRemoved))
    }

    @Test func `another account sees nothing of it, and long files are written in parts`() async throws {
        let site = try await Site()
        let other = try await Site(in: site.house, name: "Other")
        let lines = (0..<2_500).map { "2026-11-20,Campaign \($0),\($0),1,1,0.01" }
        let text = (["Day,Campaign,Campaign ID,Impr.,Clicks,Cost"] + lines).joined(separator: "\n")
        let report = try await take(site, text)
        #expect(report.tally.new == 2_500)
        #expect(try await costs(site).count == 2_500)
        #expect(try await costs(other).isEmpty)
    }
}
