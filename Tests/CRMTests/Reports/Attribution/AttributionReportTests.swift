import Attribution
import Testing

@testable import CRM

@Suite struct AttributionReportTests {
    private static let position = AttributionPosition.latest
    private static let days = ReportDays(
        from: CalendarDate(dayNumber: 20_740), to: CalendarDate(dayNumber: 20_790))

    private func site(seed: UInt64 = 21) async throws -> (Site, Account, [Thing]) {
        let site = try await Site { $0.timeZone = "Europe/Berlin" }
        var chance = Chance(seed: seed, around: 20_765 * .day, zone: "Europe/Berlin")
        let things = chance.things(900)
        try await site.store(things)
        return (site, try await site.loaded(), things)
    }

    private func request(_ change: (inout AttributionRequest) -> Void = { _ in }) -> AttributionRequest {
        var request = AttributionRequest(Self.position, days: Self.days)
        change(&request)
        return request
    }

    @Test(arguments: [
        [], ["paid_social"], ["direct"], ["organic_search"], ["others", "cpc"], ["referral", "", "spring"],
    ])
    func `rows and the other row add up to the total at every level`(_ path: [String]) async throws {
        let (site, account, _) = try await site()
        let whole = try await site.crm.reports.attribution(
            request {
                $0.path = path
                $0.limit = AttributionRequest.mostRows
            }, for: account)
        #expect(whole.other == nil)
        #expect(whole.total.figures.without(whole.rows.map(\.figures)) == AttributionFigures.nothing)
        let short = try await site.crm.reports.attribution(
            request {
                $0.path = path
                $0.limit = 1
            }, for: account)
        #expect(short.rows.first == whole.rows.first)
        #expect(short.total == whole.total)
        #expect(short.otherCount == max(0, whole.rows.count - 1))
        if let other = short.other {
            let rows = [short.rows[0].figures, other.figures]
            #expect(whole.total.figures.without(rows) == AttributionFigures.nothing)
        }
    }

    @Test func `every figure that counts contacts opens as many of them`() async throws {
        let (site, account, things) = try await site()
        let request = request {
            $0.limit = 3
            $0.path = ["organic_search"]
        }
        let report = try await site.crm.reports.attribution(request, for: account)
        for row in report.rows + [report.other, report.total].compactMap({ $0 }) {
            let behind = try await site.crm.reports.contacts(
                behind: request.query(.contacts, row.kind), for: account, limit: 1_000)
            #expect(behind.total == row.figures.contacts)
            let won = try await site.crm.reports.contacts(
                behind: request.query(.won, row.kind), for: account, limit: 1_000)
            let known = things.filter { thing in
                thing.subject == .wins && won.ids.contains { $0.rawValue == thing.contact }
            }
            #expect(known.count >= won.total)
            #expect(won.total <= row.figures.won)
        }
    }

    @Test func `visitors of the other row are different ones`() async throws {
        let (site, account, things) = try await site()
        let report = try await site.crm.reports.attribution(
            request {
                $0.wantsVisitors = true
                $0.limit = 2
            }, for: account)
        let column = ReportColumn(.attribution(.sessionSource), .first)
        let visits = things.filter { $0.subject == .visits }
        let shown = report.rows.compactMap(\.key?.text)
        let rest = visits.filter { !shown.contains($0.values(column).first ?? "") }
        #expect(report.other?.figures.visitors == Set(rest.map(\.visitor)).count)
        #expect(report.total.figures.visitors == Set(visits.map(\.visitor)).count)
    }

    @Test func `a filter that no visit knows leaves visits and the rate blank`() async throws {
        let (site, account, _) = try await site()
        let report = try await site.crm.reports.attribution(
            request {
                $0.filters = [ReportFilter(Chance.tag, .isAny(of: ["vip"]))]
                $0.wantsVisitors = true
            }, for: account)
        #expect(report.rows.allSatisfy { $0.figures.visits == nil && $0.figures.visitors == nil })
        #expect(report.rows.allSatisfy { $0.figures.conversionRate == nil })
        #expect(report.total.figures.contacts > 0)
    }

    @Test func `organic search opens engines, then keywords that nobody is told, then landing pages`() {
        let levels = [[], ["organic_search"], ["organic_search", "google.com"], ["organic_search", "google.com", ""]]
        #expect(
            levels.map { AttributionLevel.below($0)?.label } == [
                "Session Source", "Search Engine", "Keyword", "Landing Page",
            ])
        #expect(AttributionLevel.below(levels[2])?.emptyLabel == "Unknown (SSL)")
        #expect(AttributionLevel.below(levels[3] + ["x"]) == nil)
        #expect(AttributionLevel.below(["direct"])?.label == "Landing Page")
        #expect(AttributionLevel.below(["paid_search", "cpc", "spring"])?.label == "UTM Content")
    }

    @Test(arguments: AttributionSort.allCases, [true, false])
    func `rows stand in the order that was wished for`(_ sort: AttributionSort, _ descending: Bool) async throws {
        let (site, account, _) = try await site()
        let report = try await site.crm.reports.attribution(
            request {
                $0.sort = sort
                $0.descending = descending
                $0.wantsVisitors = true
                $0.filters = [ReportFilter(ReportColumn(.attribution(.landingPage), .latest), .isNotEmpty)]
            }, for: account)
        #expect(report.rows.count > 3)
        guard sort != .name else {
            let names = report.rows.compactMap(\.key?.text)
            #expect(names == (descending ? names.sorted(by: >) : names.sorted()))
            return
        }
        let numbers = report.rows.compactMap { $0.figures.order(sort) }
        #expect(numbers == numbers.sorted(by: descending ? (>) : (<)))
    }

    @Test func `comparing with a range gives what asking for that range gives`() async throws {
        let (site, account, _) = try await site()
        let before = ReportDays(from: CalendarDate(dayNumber: 20_745), to: CalendarDate(dayNumber: 20_760))
        let compared = try await site.crm.reports.attribution(request { $0.compared = before }, for: account)
        var alone = request()
        alone.days = before
        let plain = try await site.crm.reports.attribution(alone, for: account)
        #expect(compared.total.compared == plain.total.figures)
        for row in plain.rows {
            guard let other = compared.rows.first(where: { $0.kind == row.kind }) else { continue }
            #expect(other.compared == row.figures)
        }
    }

    @Test func `lines add up to the total of each step`() async throws {
        let (site, account, _) = try await site()
        for figure in [AttributionFigure.visits, .contacts, .consults, .revenue] {
            let timeline = try await site.crm.reports.timeline(request(), figure, by: .week, for: account)
            #expect(timeline.series.count == 9)
            for step in timeline.steps.indices {
                let sum = timeline.series.compactMap { $0.values[step].number }.reduce(0, +)
                #expect(sum == timeline.total[step].number)
            }
        }
    }

    @Test func `the matrix counts every contact once, by First and by Latest`() async throws {
        let (site, account, things) = try await site()
        let matrix = try await site.crm.reports.matrix(Self.days, for: account)
        let contacts = things.filter { $0.subject == .contacts }
        #expect(matrix.total == contacts.count)
        for first in matrix.sources {
            for latest in matrix.sources {
                let expected = contacts.filter { contact in
                    let source = ReportField.attribution(.sessionSource)
                    return contact.values(ReportColumn(source, .first)) == [first.text]
                        && contact.values(ReportColumn(source, .latest)) == [latest.text]
                }
                #expect(matrix.count(first: first, latest: latest) == expected.count)
            }
        }
    }

    @Test func `what has not been made ready yet says how far it is`() async throws {
        let (site, account, _) = try await site()
        try await site.house.database.write { connection in
            try connection.execute("update report_states set ready = $1", [false])
        }
        await #expect(throws: ReportProblem.self) {
            try await site.crm.reports.attribution(request(), for: account)
        }
        let readiness = try await site.crm.reports.readiness(for: account)
        #expect(readiness != nil)
    }
}

extension AttributionFigures {
    /// What nothing leaves: no visits, and no visitors, who are not added.
    static var nothing: AttributionFigures {
        var figures = AttributionFigures()
        figures.visits = 0
        return figures
    }
}
