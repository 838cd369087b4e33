import Testing

@testable import CRM

/// The same campaign in two times, whatever was known of it in each.
@Suite struct AdComparisonTests {
    private let rates = CurrencyRates(base: .usDollar)
    private static let days = ReportDays(from: CalendarDate(dayNumber: 20_000), to: CalendarDate(dayNumber: 20_001))

    private func join(_ costs: [(id: String?, name: String?, cents: Int64)]) -> AdJoin {
        let all = costs.map { cost in
            AdCost(
                platform: .google, day: CalendarDate(dayNumber: 20_000),
                place: AdPlace(level: .campaign, campaign: AdName(id: cost.id, name: cost.name)), impressions: 1,
                clicks: 1, cost: Money(minorUnits: cost.cents, currency: .usDollar))
        }
        var join = AdJoin(
            places: all.map { AdDatedPlace(place: $0.place, day: $0.day) }, leads: [], rates: rates)
        for cost in all { join.add(cost) }
        return join
    }

    /// `Botox: 500 before 300`, the dearest first, then the others and the total.
    private func lines(
        now: [(id: String?, name: String?, cents: Int64)], before: [(id: String?, name: String?, cents: Int64)],
        limit: Int = 50
    ) -> [String] {
        var request = AdReportRequest(.google, .first, days: Self.days)
        request.limit = limit
        let report = AdReport(
            request, join(now), comparedWith: join(before), currency: .usDollar, hasConsults: false)
        func text(_ figures: AdFigures?) -> String { figures?.cost.map { "\($0)" } ?? "–" }
        return report.rows.map { "\($0.name): \(text($0.figures)) before \(text($0.compared))" }
            + (report.other.map { ["Other: \(text($0)) before \(text(report.otherCompared))"] } ?? [])
            + ["Total: \(text(report.total)) before \(text(report.totalCompared))"]
    }

    @Test func `what had an ID in one of the times only is the same campaign by its name`() {
        #expect(
            lines(now: [("1", "Botox", 500)], before: [(nil, "botox ", 300)])
                == ["Botox: 500 before 300", "Total: 500 before 300"])
        #expect(
            lines(now: [(nil, "Botox", 500)], before: [("1", "BOTOX", 300)])
                == ["Botox: 500 before 300", "Total: 500 before 300"])
    }

    @Test func `two campaigns of one name stay two, and the name alone is neither`() {
        #expect(
            lines(now: [("1", "Botox", 500)], before: [("2", "Botox", 300)])
                == ["Botox: 500 before –", "Total: 500 before 300"])
        #expect(
            lines(now: [("1", "Botox", 500), ("2", "Botox", 400)], before: [(nil, "Botox", 300)])
                == ["Botox: 500 before –", "Botox: 400 before –", "Total: 900 before 300"])
    }

    @Test func `what is not shown now is in the others, and what is gone as well`() {
        #expect(
            lines(
                now: [("1", "A", 500), ("2", "B", 400), ("3", "C", 300)],
                before: [("1", "A", 50), ("3", "C", 30), ("9", "Gone", 7)], limit: 1)
                == ["A: 500 before 50", "Other: 700 before 37", "Total: 1200 before 87"])
    }
}
