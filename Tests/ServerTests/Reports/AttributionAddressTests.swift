import Attribution
import CRM
import Testing

@testable import Server

@Suite struct AttributionAddressTests {
    private func address(_ query: String) -> AttributionAddress { AttributionAddress(FormBody(query)) }

    private func query(_ address: AttributionAddress) -> String {
        String(address.path("").text.drop { $0 == "?" })
    }

    @Test func `the usual view has an empty address`() {
        #expect(address("") == AttributionAddress())
        #expect(AttributionAddress().path("/r").text == "/r")
    }

    @Test(arguments: [
        "model=latest", "preset=lastQuarter", "from=2026-10-01&to=2026-10-31", "compare=previousYear", "visitors=1",
        "sort=revenue", "sort=revenue&order=asc", "sort=name", "sort=name&order=desc", "limit=100",
        "filter=utmCampaign%3Ais%3Aspring%20sale", "filter=utmSource%40latest%3Acontains%3Aface", "filter=tag%3Aempty",
        "filter=utmCampaign%3Ais%3Aa&filter=utmCampaign%3Ais%3Ab", "filter=utmCampaign%3AisNot%3A",
        "open=paid_search&open=paid_search%2Fcpc", "open=direct%2Fclinic.example%252Fbotox", "open=organic_search%2F",
    ])
    func `what an address says comes back as it was`(text: String) {
        #expect(query(address(text)) == text)
        #expect(address(query(address(text))) == address(text))
    }

    @Test(arguments: [
        "model=sideways", "preset=tomorrow", "from=2026-10-31&to=2026-10-01", "from=2026-10-01", "compare=x",
        "sort=nothing", "limit=x", "filter=x", "filter=utmCampaign%3Alike%3Ax", "filter=%3A%3A",
        "filter=utmSource%3Acontains",
        "filter=conversionKind%3Ais%3Aform", "filter=status%3Ais%3Awon", "from=0026-11-01&to=2026-11-22",
        "field=utmCampaign&is=is&value=", "field=nothing&is=is&value=x",
    ])
    func `what an address cannot mean is the usual view`(text: String) {
        #expect(address(text) == AttributionAddress())
    }

    @Test func `the controls add a filter to those that hold`() {
        let added = address("filter=tag:is:vip&field=utmCampaign&is=contains&value=%20spring%20")
        #expect(
            added.filters == [
                ReportFilter(ReportColumn(.tag, .first), .isAny(of: ["vip"])),
                ReportFilter(ReportColumn(.attribution(.utmCampaign), .first), .contains("spring")),
            ])
        let empty = address("field=utmCampaign&is=empty")
        #expect(empty.filters == [ReportFilter(ReportColumn(.attribution(.utmCampaign), .first), .isEmpty)])
    }

    @Test func `several values of one field are one filter, and a filter follows the model`() {
        let filters = address("model=latest&filter=utmSource:is:a&filter=utmMedium:is:x&filter=utmSource:is:b").filters
        #expect(
            filters == [
                ReportFilter(ReportColumn(.attribution(.utmSource), .latest), .isAny(of: ["a", "b"])),
                ReportFilter(ReportColumn(.attribution(.utmMedium), .latest), .isAny(of: ["x"])),
            ])
    }

    @Test func `of thousands of values as many are gathered as say that there are too many`() throws {
        let many = ReportFilter.all(
            (0..<50_000).map { "utmSource:\($0.isMultiple(of: 2) ? "is" : "isNot"):\($0)" } + ["tag:is:vip"],
            model: .first)
        #expect(many.map { values($0).count } == [1_001, 1_001, 1])
        let day = try #require(CalendarDate("2026-11-02"))
        let days = try #require(ReportDays(day, day))
        #expect(ReportQuery(.contacts, where: many, days: days).problems == [.tooManyValues])
        let few = ReportFilter.all((0..<1_000).map { "utmSource:is:\($0)" }, model: .first)
        #expect(few.map(values) == [(0..<1_000).map(String.init)])
        #expect(ReportQuery(.contacts, where: few, days: days).problems.isEmpty)
    }

    private func values(_ filter: ReportFilter) -> [String] {
        switch filter.condition {
        case .isAny(let values), .isNone(let values): values
        default: []
        }
    }

    @Test func `a limit and the opened rows stay within bounds`() {
        #expect(address("limit=99999999").limit == AttributionAddress.mostLimit)
        #expect(address("limit=-3").limit == 1)
        let many = (0..<100).map { "open=\($0)" }.joined(separator: "&")
        #expect(address(many).opened.count == AttributionAddress.mostOpened)
    }

    @Test func `no more filters hold than leave every row its levels and every figure its contacts`() {
        let many = (0..<40).map { "filter=utmTerm%3Acontains%3Aword\($0)" }.joined(separator: "&")
        #expect(address(many).filters.count == AttributionRequest.mostFilters)
    }

    @Test(arguments: [
        (120.0, 100.0, false, "+20 %"), (80, 100, false, "−20 %"), (5, 5, false, "±0 %"), (5, 0, false, "new"),
        (0, 0, false, "±0"), (4.25, 3.05, true, "+1.2 points"), (3, 3, true, "±0"),
    ])
    func `a change is told in words`(now: Double, then: Double, isRate: Bool, text: String) {
        #expect(FigureChange(now, then: then, thenText: "x", isRate: isRate)?.text == text)
        #expect(FigureChange(nil, then: then, thenText: "x", isRate: isRate) == nil)
    }
}
