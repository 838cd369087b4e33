import Attribution
import CRM
import Testing

/// Lists go page by page, newest first, back and forth.
@Suite struct PagingTests {
    /// Contacts 1 to 7, of which 3 and 4 were made in the same millisecond.
    private func site() async throws -> Site {
        let site = try await Site()
        for (number, day) in [1, 2, 3, 3, 5, 6, 7].enumerated() {
            try await site.create([.firstName: "\(number + 1)"], at: .on(day))
        }
        return site
    }

    private func names(_ page: ContactPage) -> String {
        page.contacts.compactMap { $0[.firstName] }.joined()
    }

    @Test func `older pages follow one another without a gap, newer ones lead back`() async throws {
        let site = try await site()
        let all = names(try await site.crm.contacts.page(site.account, ContactQuery()))
        #expect(Set(all) == Set("1234567"))
        var query = ContactQuery(limit: 3)
        var pages: [ContactPage] = []
        for _ in 0..<3 {
            let page = try await site.crm.contacts.page(site.account, query)
            pages.append(page)
            query.start = page.contacts.last.map { .olderThan(ContactCursor($0.contact)) }
        }
        #expect(pages.map(names).joined() == all)
        #expect(pages.map(\.hasOlder) == [true, true, false])
        #expect(pages.map(\.hasNewer) == [false, true, true])
        query.start = try .newerThan(ContactCursor(#require(pages[2].contacts.first).contact))
        let back = try await site.crm.contacts.page(site.account, query)
        #expect(names(back) == names(pages[1]))
        #expect(back.hasNewer)
        #expect(back.hasOlder)
        query.start = try .newerThan(ContactCursor(#require(back.contacts.first).contact))
        let first = try await site.crm.contacts.page(site.account, query)
        #expect(names(first) == names(pages[0]))
        #expect(!first.hasNewer)
    }

    @Test(arguments: [(0, 1), (-5, 1), (50, 50), (9_999, 500)])
    func `a page has between one and five hundred contacts`(asked: Int, limit: Int) {
        #expect(ContactQuery(limit: asked).limit == limit)
        #expect(SubmissionQuery(limit: asked).limit == limit)
    }

    @Test func `filters narrow a list, and its count`() async throws {
        let site = try await Site()
        let ann = site.browser()
        try await site.record(
            site.visit(ann, to: "https://clinic.example/?gclid=x").form(["email": "ann@example.com"], named: "Callback")
        )
        try await site.record(
            site.visit(ann, from: "https://www.facebook.com/", at: .on(1)).form(["email": "ann@example.com"]))
        try await site.create([.email: "bob@example.com"], at: .on(2))
        func count(_ change: (inout ContactQuery) -> Void) async throws -> Int {
            var query = ContactQuery()
            change(&query)
            let count = try await site.crm.contacts.count(site.account, query)
            #expect(try await site.crm.contacts.page(site.account, query).contacts.count == count)
            return count
        }
        #expect(try await count { _ in } == 2)
        #expect(try await count { $0.firstSource = .paidSearch } == 1)
        #expect(try await count { $0.latestSource = .paidSearch } == 0)
        #expect(try await count { $0.latestSource = .socialMedia } == 1)
        #expect(try await count { $0.firstSource = .crmUI } == 1)
        #expect(try await count { $0.tag = "external form: Callback" } == 1)
        #expect(try await count { $0.tag = "external form" } == 0)
        #expect(try await count { ($0.firstSource, $0.search) = (.paidSearch, "bob") } == 0)
        #expect(try await site.crm.contacts.count(site.account, ContactQuery(), ceiling: 1) == 1)
    }

    @Test func `submissions go page by page too`() async throws {
        let site = try await Site()
        let visit = site.visit(site.browser())
        let forms = (1...5).map { visit.form(["email": "ann@example.com"], named: "Form \($0)", minute: $0) }
        for form in forms { try await site.record(form) }
        var query = SubmissionQuery(limit: 2)
        let first = try await site.crm.submissions.page(site.account, query)
        query.olderThan = first.submissions.last.map { SubmissionCursor(receivedAt: $0.receivedAt, id: $0.id) }
        let second = try await site.crm.submissions.page(site.account, query)
        #expect(first.submissions.map(\.formName) == ["Form 5", "Form 4"])
        #expect(second.submissions.map(\.formName) == ["Form 3", "Form 2"])
        #expect(second.hasOlder)
        query = SubmissionQuery(limit: 2)
        query.newerThan = second.submissions.first.map { SubmissionCursor(receivedAt: $0.receivedAt, id: $0.id) }
        let back = try await site.crm.submissions.page(site.account, query)
        #expect(back.submissions.map(\.formName) == ["Form 5", "Form 4"])
        #expect(!back.hasNewer)
    }
}
