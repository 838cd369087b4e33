import Attribution
import Foundation
import Testing

@testable import CRM

@Suite struct ReportQueryDocumentTests {
    static let days = ReportDays(
        from: CalendarDate(dayNumber: 20_700), to: CalendarDate(dayNumber: 20_720))

    private func document(_ json: String) throws -> ReportQueryDocument {
        try JSONDecoder().decode(ReportQueryDocument.self, from: Data(json.utf8))
    }

    @Test func `a question that was written is the one that is read`() throws {
        var chance = Chance(seed: 11, around: .start, zone: "UTC")
        for _ in 0..<200 {
            let query = chance.query()
            let written = try JSONEncoder().encode(ReportQueryDocument(query))
            let read = try JSONDecoder().decode(ReportQueryDocument.self, from: written)
            let days = try #require(try read.days())
            let again = try read.query(days: days)
            #expect(again == query)
        }
    }

    @Test func `what is left out has its usual meaning`() throws {
        let query = try document(#"{"subject":"contacts","groups":[{"field":"utmCampaign"}]}"#).query(days: Self.days)
        #expect(
            query
                == ReportQuery(
                    .contacts, by: [ReportColumn(.attribution(.utmCampaign), .first)], days: Self.days))
    }

    @Test(arguments: [
        (#"{"subject":"visits","groups":[{"field":"tag"}]}"#, ReportProblem.strangeField(.tag, .visits)),
        (#"{"subject":"visits","metrics":["sum"]}"#, .strangeMetric(.sum, .visits)),
        (#"{"subject":"contacts","groups":[{"field":"shoeSize"}]}"#, .unknown(member: "field", text: "shoeSize")),
        (#"{"subject":"contacts","metrics":[]}"#, .noMetric),
        (
            #"{"subject":"contacts","filters":[{"field":"tag"}]}"#,
            .unknown(member: "filter", text: "without exactly one condition")
        ),
        (
            #"{"subject":"contacts","filters":[{"field":"tag","is":["a"],"empty":true}]}"#,
            .unknown(member: "filter", text: "without exactly one condition")
        ),
    ])
    func `a question without sense is refused with its reason`(_ json: String, _ problem: ReportProblem) throws {
        let document = try document(json)
        #expect(throws: problem) { try document.query(days: Self.days) }
    }

    @Test(arguments: [#"{"subject":"contacts","from":"2026-11-22"}"#, #"{"subject":"contacts","from":"x","to":"y"}"#])
    func `half a range is none`(_ json: String) throws {
        let document = try document(json)
        #expect(throws: ReportProblem.self) { try document.days() }
    }

    static let tooMuch: [(ReportQuery, ReportProblem)] = {
        let tag = ReportColumn(.tag, .first)
        func query(_ filters: [ReportFilter]) -> ReportQuery { ReportQuery(.contacts, where: filters, days: days) }
        let ages = ReportDays(from: .first, to: .last)
        return [
            (query(Array(repeating: ReportFilter(tag, .isEmpty), count: 21)), .tooManyFilters),
            (query([ReportFilter(tag, .isAny(of: Array(repeating: "x", count: 1_001)))]), .tooManyValues),
            (query([ReportFilter(tag, .either(Array(repeating: .isEmpty, count: 1_001)))]), .tooManyValues),
            (query([ReportFilter(tag, .contains(String(repeating: "é", count: 2_001)))]), .tooLongValue),
            (ReportQuery(.contacts, by: Array(repeating: tag, count: 8), days: days), .tooManyGroups),
            (ReportQuery(.contacts, bucket: .day, days: ages), .tooManyBuckets),
        ]
    }()

    @Test(arguments: tooMuch)
    func `what would be too much is refused`(_ query: ReportQuery, _ problem: ReportProblem) {
        #expect(query.problems == [problem])
    }
}
