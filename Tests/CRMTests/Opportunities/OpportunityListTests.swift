import Attribution
import DatabaseTesting
import Testing

@testable import CRM

/// Lists of opportunities: orders, pages, filters, and the indexes that keep them fast.
@Suite struct OpportunityListTests {
    /// Seven opportunities with names, amounts and moments that are equal here and there.
    private func site() async throws -> Site {
        let site = try await Site()
        let ann = try await site.create([.firstName: "Ann", .email: "ann@example.com"])
        for (number, entry) in [(1, 10), (2, 20), (3, 20), (3, 5), (5, 5), (6, 0), (7, 7)].enumerated() {
            try await site.opportunity(ann, at: .on(entry.0)) { edit in
                (edit.name, edit.amount) = (number % 3 == 0 ? "Botox" : "laser \(number)", .init(entry.1))
            }
        }
        return site
    }

    @Test(arguments: OpportunityOrder.Key.allCases, [true, false])
    func `pages follow one another without a gap, in every order`(
        key: OpportunityOrder.Key, isDescending: Bool
    ) async throws {
        let site = try await site()
        var query = OpportunityQuery(limit: 500)
        query.order = OpportunityOrder(key, isDescending: isDescending)
        let all = try await site.crm.opportunities.page(site.account, query).opportunities.map(\.opportunity.id)
        #expect(Set(all).count == 7)
        query.limit = 2
        var walked: [OpportunityID] = []
        var hasMore = true
        while hasMore {
            let page = try await site.crm.opportunities.page(site.account, query)
            walked += page.opportunities.map(\.opportunity.id)
            query.after = page.opportunities.last.map { OpportunityCursor($0.opportunity, in: query.order) }
            hasMore = page.hasMore
        }
        #expect(walked == all)
    }

    @Test func `filters narrow a list and its totals alike`() async throws {
        let site = try await Site()
        try await site.record(
            site.visit(site.browser(), to: "https://clinic.example/?gclid=x").form(["email": "ann@example.com"]))
        let ann = try await site.contact().contact.id
        let bob = try await site.create([.firstName: "Bob", .country: "AT"], at: .on(1))
        let pipeline = try await site.pipeline()
        try await site.opportunity(ann, at: .on(1)) { $0.name = "Laser hair removal" }
        let won = try await site.opportunity(ann, at: .on(2)) { ($0.name, $0.status) = ("Botox", .won) }
        try await site.opportunity(bob, at: .on(3)) { $0.stage = pipeline.stages[1].id }
        func count(_ change: (inout OpportunityQuery) -> Void) async throws -> Int {
            var query = OpportunityQuery()
            change(&query)
            let found = try await site.crm.opportunities.page(site.account, query).opportunities.count
            #expect(try await site.crm.opportunities.totals(site.account, query).tally == found)
            return found
        }
        #expect(try await count { _ in } == 3)
        #expect(try await count { $0.status = .won } == 1)
        #expect(try await count { $0.id = won } == 1)
        #expect(try await count { $0.contact = ann } == 2)
        #expect(try await count { $0.stage = pipeline.stages[1].id } == 1)
        #expect(try await count { $0.pipeline = PipelineID(rawValue: "none") } == 0)
        #expect(try await count { $0.firstSource = .paidSearch } == 2)
        #expect(try await count { $0.latestSource = .crmUI } == 1)
        #expect(try await count { $0.country = "AT" } == 1)
        #expect(try await count { $0.created = .on(2) ..< .on(3) } == 1)
        #expect(try await count { $0.search = "hair las" } == 1)
        #expect(try await count { $0.search = "ann@exa" } == 2)
        #expect(try await count { $0.search = "bob laser" } == 1)
        #expect(try await count { $0.search = "nobody" } == 0)
    }

    @Test(
        .enabled(if: TestDatabase.dialect == .sqlite),
        arguments: [
            ("", "opportunities_by_age"), ("stage", "opportunities_by_stage"), ("contact", "opportunities_by_contact"),
            ("owner", "opportunities_by_assignee"), ("updated", "opportunities_by_update"),
            ("name", "opportunities_by_name"), ("value", "opportunities_by_value"),
        ])
    func `a page is read off an index, in its order`(kind: String, index: String) async throws {
        let site = try await Site()
        var query = OpportunityQuery()
        switch kind {
        case "stage": (query.stage, query.status) = (StageID(rawValue: "s"), .open)
        case "contact": query.contact = ContactID(rawValue: "c")
        case "owner": query.assignedTo = UserID(rawValue: "u")
        default: query.order = OpportunityOrder(.init(rawValue: kind) ?? .added, isDescending: true)
        }
        let asked = query
        let plans = try await site.house.database.read { connection in
            try connection.plans { _ = try OpportunitySearch.page($0, site.account, asked) }
        }
        #expect(plans.first?.contains(index) == true, "\(plans)")
        #expect(!plans.contains { $0.contains("TEMP B-TREE") }, "\(plans)")
    }

    @Test(.enabled(if: TestDatabase.dialect == .sqlite))
    func `the totals above a board need no row of an opportunity`() async throws {
        let site = try await Site()
        var query = OpportunityQuery()
        query.pipeline = PipelineID(rawValue: "p")
        let asked = query
        let plans = try await site.house.database.read { connection in
            try connection.plans { _ = try OpportunitySearch.totals($0, site.account, asked) }
        }
        #expect(plans.first?.contains("COVERING INDEX opportunities_by_worth") == true, "\(plans)")
    }
}
