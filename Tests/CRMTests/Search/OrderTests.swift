import Attribution
import Testing

@testable import CRM

/// Searches are put in order by what is asked for, and their pages follow one another.
@Suite struct OrderTests {
    @Test(
        arguments: [
            ([], "Dora Cid Bob Ann"),
            ([ContactOrder(.createdAt, ascending: true)], "Ann Bob Cid Dora"),
            ([ContactOrder(.property(.firstName), ascending: false)], "Dora Cid Bob Ann"),
            ([ContactOrder(.property(.city), ascending: true)], "Ann Cid Dora Bob"),
            (
                [ContactOrder(.property(.city), ascending: false), ContactOrder(.createdAt, ascending: true)],
                "Cid Ann Bob Dora"
            ),
            ([ContactOrder(.latest(.utmCampaign), ascending: true)], "Ann Bob Dora Cid"),
            ([ContactOrder(.latest(.utmCampaign), ascending: false)], "Bob Ann Dora Cid"),
            ([ContactOrder(.latest(.sessionSource), ascending: true)], "Dora Ann Bob Cid"),
            ([ContactOrder(.latest(.createdAt), ascending: false)], "Dora Ann Cid Bob"),
            ([ContactOrder(.doNotDisturb, ascending: true), ContactOrder(.id, ascending: true)], "Ann Bob Cid Dora"),
        ] as [([ContactOrder], String)])
    func `an order holds over all pages, whatever their size`(order: [ContactOrder], names: String) async throws {
        let guests = try await Guests()
        for limit in 1...3 {
            var query = ContactQuery(limit: limit)
            query.order = order
            var found: [String] = []
            for _ in 0..<5 {
                let page = try await guests.site.crm.contacts.page(guests.site.account, query)
                found += page.contacts.compactMap { $0[.firstName] }
                guard page.hasOlder, let last = page.places.last else { break }
                query.start = .after(last)
            }
            #expect(found.joined(separator: " ") == names, "\(limit) on a page")
        }
    }

    @Test func `pages can be counted off as well`() async throws {
        let guests = try await Guests()
        var query = ContactQuery(limit: 2)
        query.offset = 2
        #expect(try await guests.found(query) == ["Bob", "Ann"])
        query.offset = 4
        #expect(try await guests.found(query).isEmpty)
    }

    @Test func `a walk along attributions keeps the order and the pages of one along contacts`() async throws {
        let site = try await Site()
        for number in 0..<9 {
            let url = "https://clinic.example/?utm_campaign=\(number % 3 == 0 ? "b" : "a")"
            try await site.record(
                site.visit(site.browser(), to: url, at: .on(number / 2)).form(["email": "c\(number)@example.com"]))
        }
        for isAscending in [true, false] {
            var query = ContactQuery(limit: 2)
            query.order = [ContactOrder(.createdAt, ascending: isAscending)]
            query.condition = .equals(.latest(.utmCampaign), .text("a"))
            var walked: [ContactID] = []
            for _ in 0..<4 {
                let page = try await site.crm.contacts.page(site.account, query)
                walked += page.contacts.map(\.contact.id)
                query.start = page.places.last.map(ContactQuery.Start.after)
            }
            query = ContactQuery()
            query.order = [ContactOrder(.createdAt, ascending: isAscending)]
            query.condition = .test(.latest(.utmCampaign), .contains(["a"]))
            #expect(walked.count == 6)
            #expect(try await site.crm.contacts.page(site.account, query).contacts.map(\.contact.id) == walked)
        }
    }
}
