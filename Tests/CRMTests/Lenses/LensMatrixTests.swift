import Attribution
import Database
import DatabaseTesting
import Testing

@testable import CRM

/// Two lenses over the contacts of a period.
@Suite struct LensMatrixTests {
    private static let always = Milliseconds.on(-100)..<Milliseconds.on(100)

    /// Ads on Bing, a post on Facebook, a typed address, and one contact made by hand: one contact a day.
    private func told() async throws -> Site {
        let site = try await Site()
        let visits: [(String, String?)] = [
            ("https://clinic.example/?msclkid=1", "https://www.bing.com/"),
            ("https://clinic.example/?msclkid=2", "https://www.bing.com/"),
            ("https://clinic.example/", "https://www.facebook.com/"),
            ("https://clinic.example/", nil),
        ]
        for (day, (url, referrer)) in visits.enumerated() {
            let visit = site.visit(site.browser(), to: url, from: referrer, at: .on(day))
            try await site.record(visit.form(["email": "p\(day)@example.com", "first_name": "P\(day)"], minute: 0))
        }
        try await site.create([.email: "hand@example.com"], at: .on(4))
        return site
    }

    private func names(_ samples: [LensSample]?) -> [String] { (samples ?? []).map(\.name) }

    @Test func `every pair of names is counted, with the newest contacts of each`() async throws {
        let site = try await told()
        let matrix = try await site.crm.lenses.matrix(
            site.account, in: Self.always, on: .first, LensPair(.classic, .ga4))
        #expect(matrix.contacts == 5 && matrix.cells.count == 4)
        let ads = matrix[.source(.paidSearch), .ga4(.organicSearch)]
        #expect(ads?.count == 2 && ads?.agreement == .different)
        #expect(names(ads?.samples) == ["P1", "P0"])
        #expect(matrix[.source(.socialMedia), .ga4(.organicSocial)]?.agreement == .same)
        #expect(matrix[.source(.direct), .ga4(.direct)]?.count == 1)
        #expect(matrix[.source(.crmUI), .noVisit]?.agreement == .notComparable)
        #expect([matrix.count(.same), matrix.count(.different), matrix.count(.notComparable)] == [2, 2, 1])
        #expect(matrix.cells.map(\.count) == [2, 1, 1, 1] && matrix.isCutAt == nil)
    }

    @Test func `the causes of disagreement are listed with their contacts`() async throws {
        let site = try await told()
        let matrix = try await site.crm.lenses.matrix(
            site.account, in: Self.always, on: .latest, LensPair(.classic, .original))
        #expect(matrix.disagreements.count == 1)
        #expect(matrix.disagreements.first?.count == 2)
        #expect(matrix.disagreements.first?.sentence.contains("read no click ID") == true)
        #expect(names(matrix.disagreements.first?.samples) == ["P1", "P0"])
    }

    @Test func `First and Latest are two matrices`() async throws {
        let site = try await Site()
        let ann = site.browser()
        try await site.record(
            site.visit(ann, from: "https://www.facebook.com/").form(["email": "ann@example.com"]))
        try await site.record(
            site.visit(ann, to: "https://clinic.example/?gclid=1", at: .on(1)).form(["email": "ann@example.com"]))
        let pair = LensPair(.classic, .original)
        let first = try await site.crm.lenses.matrix(site.account, in: Self.always, on: .first, pair)
        let latest = try await site.crm.lenses.matrix(site.account, in: Self.always, on: .latest, pair)
        #expect(first.cells.map(\.first) == [.source(.socialMedia)])
        #expect(latest.cells.map(\.first) == [.source(.paidSearch)])
    }

    @Test func `a period takes the contacts made in it, its first moment and not its last`() async throws {
        let site = try await told()
        let matrix = try await site.crm.lenses.matrix(
            site.account, in: .on(1)..<Milliseconds.on(3), on: .first, LensPair(.classic, .ga4))
        #expect(matrix.contacts == 2)
        let none = try await site.crm.lenses.matrix(
            site.account, in: .on(50)..<Milliseconds.on(60), on: .first, LensPair(.classic, .ga4))
        #expect(none.contacts == 0 && none.cells.isEmpty)
    }

    @Test(arguments: [1, 2, 3, 5, 6])
    func `chunks of any size give the same matrix`(chunk: Int) async throws {
        let site = try await told()
        var lenses = site.crm.lenses
        lenses.chunk = chunk
        let pair = LensPair(.classic, .ga4)
        let matrix = try await lenses.matrix(site.account, in: Self.always, on: .first, pair)
        let whole = try await site.crm.lenses.matrix(site.account, in: Self.always, on: .first, pair)
        #expect(matrix.contacts == 5 && matrix.cells == whole.cells && matrix.disagreements == whole.disagreements)
    }

    @Test func `too many contacts are cut at the oldest that was looked at`() async throws {
        let site = try await told()
        var lenses = site.crm.lenses
        lenses.mostContacts = 3
        lenses.chunk = 2
        let pair = LensPair(.classic, .ga4)
        let matrix = try await lenses.matrix(site.account, in: Self.always, on: .first, pair)
        #expect(matrix.contacts == 3 && matrix.isCutAt == .on(2))
        lenses.mostContacts = 5
        #expect(try await lenses.matrix(site.account, in: Self.always, on: .first, pair).isCutAt == nil)
    }

    @Test func `at most five contacts are named for each pair`() async throws {
        let site = try await Site()
        for day in 0..<8 {
            try await site.create([.email: "p\(day)@example.com"], at: .on(day))
        }
        let matrix = try await site.crm.lenses.matrix(
            site.account, in: Self.always, on: .first, LensPair(.classic, .extended))
        #expect(matrix.cells.first?.count == 8)
        #expect(names(matrix.cells.first?.samples) == (3..<8).reversed().map { "p\($0)@example.com" })
    }

    @Test func `another account's contacts are not counted`() async throws {
        let house = try await House()
        let (site, other) = (try await Site(in: house), try await Site(in: house, name: "Other"))
        try await site.create([.email: "bob@example.com"])
        let matrix = try await other.crm.lenses.matrix(
            other.account, in: Self.always, on: .first, LensPair(.classic, .ga4))
        #expect(matrix.contacts == 0)
    }

    @Test(
        .enabled(if: TestDatabase.dialect == .sqlite), arguments: AttributionPosition.allCases,
        [nil, ContactCursor(createdAt: 1, id: ContactID(rawValue: "x"))])
    func `the contacts of a matrix are a range of the index of age`(
        position: AttributionPosition, cursor: ContactCursor?
    ) async throws {
        let site = try await Site()
        let plan = try await site.house.database.write { connection in
            try connection.plans {
                _ = try LensStore.contacts(
                    $0, site.account, in: Self.always, on: position, after: cursor, limit: 9)
            }
        }.joined(separator: "\n")
        #expect(plan.contains("SEARCH contacts USING INDEX contacts_by_age (account_id=? AND "))
        #expect(plan.contains(cursor == nil ? "created_at>? AND created_at<?" : "(created_at,id)<"))
        #expect(plan.contains("SEARCH attributions USING PRIMARY KEY (account_id=? AND id=?)"))
        #expect(!plan.contains("TEMP B-TREE") && !plan.contains("SCAN"))
    }

    @Test(.enabled(if: TestDatabase.dialect == .sqlite))
    func `a contact's touches are read by its own indexes`() async throws {
        let site = try await Site()
        let ann = try await site.create([.email: "ann@example.com"])
        let plans = try await site.house.database.write { connection in
            try connection.plans { connection in
                let contact = try #require(try ContactStore.contact(connection, site.account, ann))
                _ = try LensStore.attributions(connection, site.account, of: contact)
                _ = try LensStore.visits(connection, site.account, of: ann, limit: 9)
            }
        }
        #expect(plans.count == 4)
        #expect(plans.allSatisfy { $0.contains("SEARCH") && $0.contains("(account_id=? AND ") })
    }
}
