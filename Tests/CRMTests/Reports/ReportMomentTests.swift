import Foundation
import Testing

@testable import CRM

/// Everything that is asked of one moment agrees, whatever is written meanwhile.
@Suite struct ReportMomentTests {
    private static let days = ReportDays(
        from: CalendarDate(dayNumber: 20_740), to: CalendarDate(dayNumber: 20_790))

    @Test func `what is written between two questions is in neither of the answers`() async throws {
        let site = try await Site { $0.timeZone = "Europe/Berlin" }
        var chance = Chance(seed: 5, around: 20_765 * .day, zone: "Europe/Berlin")
        let things = chance.things(40)
        try await site.store(things)
        let account = try await site.loaded()
        let (asked, ask) = AsyncStream.makeStream(of: Void.self)
        let written = DispatchSemaphore(value: 0)
        async let counts = site.crm.reports.moment(of: account) { moment in
            let query = ReportQuery(.contacts, days: Self.days)
            let first = try moment.answer([query]).first?.total.first?.number
            ask.finish()
            written.wait()
            let again = try moment.answer([query]).first?.total.first?.number
            let matrix = try moment.matrix(Self.days)
            let report = try moment.attribution(AttributionRequest(.first, days: Self.days))
            return [first, again, Int64(matrix.total), Int64(report.total.figures.contacts)]
        }
        for await _ in asked {}
        defer { written.signal() }
        let before = try await site.crm.reports.answer([ReportQuery(.contacts, days: Self.days)], for: account)
        try await site.house.database.write { connection in
            try connection.execute("delete from report_parts where account_id = $1", [account.id])
        }
        let after = try await site.crm.reports.answer([ReportQuery(.contacts, days: Self.days)], for: account)
        written.signal()
        let found = try await counts
        let number = before.first?.total.first?.number
        #expect(found == [number, number, number, number] && number != 0)
        #expect(after.first?.total.first?.number == 0)
    }
}
