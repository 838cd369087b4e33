import Attribution
import Testing

@testable import CRM

/// Four contacts whose searches are known: three came by forms, one was made by hand.
struct Guests {
    let site: Site

    /// Ann comes by an ad and comes back by another one; Bob by the first one; Cid by a friend; Dora by hand.
    init() async throws {
        site = try await Site()
        let ann = site.browser()
        try await site.record(
            site.visit(ann, to: Self.url("utm_source=google&utm_campaign=Spring&gclid=G1")).form([
                "first_name": "Ann", "last_name": "Ärlig", "email": "ann@example.com", "city": "Graz",
            ]))
        try await site.record(
            site.visit(site.browser(), to: Self.url("utm_source=google&utm_campaign=spring&gclid=G2"), at: .on(1))
                .form(["first_name": "Bob", "email": "bob@example.com", "phone": "+43 660 1234567"], named: "Booking"))
        try await site.record(
            site.visit(site.browser(), from: "https://friend.example/", at: .on(2))
                .form(["first_name": "Cid", "email": "cid@example.com", "city": "Wien"]))
        try await site.record(
            site.visit(ann, to: Self.url("utm_source=bing&utm_campaign=Autumn&utm_content=Blue"), at: .on(3))
                .form(["email": "ann@example.com"]))
        try await site.create([.firstName: "Dora", .email: "dora@example.com"], at: .on(4))
    }

    private static func url(_ query: String) -> String { "https://clinic.example/?\(query)" }

    /// The first names of those who are found, in the order asked for; the count must agree.
    func found(_ query: ContactQuery) async throws -> [String] {
        let page = try await site.crm.contacts.page(site.account, query)
        let count = try await site.crm.contacts.count(site.account, query)
        #expect(count == page.contacts.count || page.hasOlder || page.hasNewer)
        #expect(page.places.map(\.id) == page.contacts.map(\.contact.id))
        return page.contacts.compactMap { $0[.firstName] }
    }

    func found(_ condition: ContactCondition, order: [ContactOrder] = []) async throws -> [String] {
        var query = ContactQuery()
        query.condition = condition
        query.order = order
        return try await found(query)
    }
}

extension ContactSearchField {
    static func first(_ field: AttributionField) -> ContactSearchField {
        .attribution(AttributionReference(.first, field))
    }

    static func latest(_ field: AttributionField) -> ContactSearchField {
        .attribution(AttributionReference(.latest, field))
    }
}

extension ContactCondition {
    static func test(
        _ field: ContactSearchField, _ comparison: ContactTest.Comparison, not isNegated: Bool = false
    ) -> ContactCondition {
        .test(ContactTest(field, comparison, isNegated: isNegated))
    }
}
