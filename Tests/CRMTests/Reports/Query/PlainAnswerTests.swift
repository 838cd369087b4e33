import Attribution
import Foundation
import Testing

@testable import CRM

@Suite struct PlainAnswerTests {
    /// Zones with a change of their clocks in the middle of the things: at midnight, at night, by half an hour, never.
    struct Place: Sendable, CustomTestStringConvertible {
        let zone: String
        let around: String
        let seed: UInt64

        var testDescription: String { "\(zone) around \(around)" }
    }

    static let places = [
        Place(zone: "America/Sao_Paulo", around: "2018-11-04", seed: 1),
        Place(zone: "America/Sao_Paulo", around: "2019-02-17", seed: 2),
        Place(zone: "Europe/Berlin", around: "2026-03-29", seed: 3),
        Place(zone: "Australia/Lord_Howe", around: "2026-04-05", seed: 4),
        Place(zone: "Asia/Kathmandu", around: "2026-11-01", seed: 5),
        Place(zone: "Pacific/Apia", around: "2011-12-30", seed: 6),
    ]

    @Test(arguments: places)
    func `every answer is what looking at each thing by itself comes to`(_ place: Place) async throws {
        let site = try await Site { $0.timeZone = place.zone }
        let date = try #require(CalendarDate(place.around))
        var chance = Chance(seed: place.seed, around: Milliseconds(date.dayNumber) * .day, zone: place.zone)
        let things = chance.things(900)
        try await site.store(things)
        try await site.crm.currencies.save(site.account, code: "EUR", rate: "1.0845", by: .command, now: .start)
        try await site.crm.currencies.save(site.account, code: "JPY", rate: "0.00667", by: .command, now: .start)
        let rates = try await site.crm.currencies.rates(site.account)
        let account = try await site.loaded()
        let zone = try #require(TimeZone(identifier: place.zone))
        let queries = (0..<60).map { _ in chance.query() }
        let answers = try await site.crm.reports.answer(queries, for: account)
        for (query, answer) in zip(queries, answers) {
            let expected = PlainAnswer(query, things, zone: zone, weekStart: Weekday.sunday.number, rates: rates)
            let found = PlainAnswer(answer)
            #expect(found.total == expected.total, "\(query)")
            #expect(found.rows == expected.rows, "\(query)")
        }
    }

    @Test(arguments: places.prefix(3))
    func `the contacts behind a figure are those whose things it counts, and as many`(_ place: Place) async throws {
        let site = try await Site { $0.timeZone = place.zone }
        let date = try #require(CalendarDate(place.around))
        var chance = Chance(seed: place.seed + 100, around: Milliseconds(date.dayNumber) * .day, zone: place.zone)
        try await site.store(chance.things(500))
        let account = try await site.loaded()
        for _ in 0..<20 {
            var query = chance.query()
            guard query.subject.hasContact else { continue }
            query.metrics = [.distinctContacts]
            let answer = try await site.crm.reports.answer([query], for: account)[0]
            var (ids, next): ([ContactID], ReportContacts.Place?) = ([], nil)
            repeat {
                let page = try await site.crm.reports.contacts(behind: query, for: account, after: next, limit: 7)
                #expect(page.total == answer.total[0].number.map(Int.init))
                ids += page.ids
                next = page.next
            } while next != nil
            #expect(Set(ids).count == ids.count)
            #expect(ids.count == answer.total[0].number.map(Int.init))
        }
    }
}
