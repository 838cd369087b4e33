import Attribution
import Database
import DatabaseTesting
import Testing

@testable import CRM

/// The queries that must stay fast use their index, and sort nothing.
@Suite(.enabled(if: TestDatabase.dialect == .sqlite)) struct QueryPlanTests {
    private func plans(_ body: @escaping @Sendable (Connection, AccountID) throws -> Void) async throws -> [String] {
        let site = try await Site()
        return try await site.house.database.write { connection in
            try connection.plans { try body($0, site.account) }
        }
    }

    private func plan(of query: ContactQuery) async throws -> String {
        let plans = try await plans { _ = try ContactSearch.page($0, $1, query) }
        return try #require(plans.first)
    }

    private static let cursor = ContactCursor(createdAt: 1, id: ContactID(rawValue: "x"))

    @Test(arguments: [nil, .olderThan(cursor), .newerThan(cursor)] as [ContactQuery.Start?])
    func `a list of contacts walks along the index of age`(start: ContactQuery.Start?) async throws {
        var query = ContactQuery()
        query.start = start
        let plan = try await plan(of: query)
        #expect(plan.contains("USING COVERING INDEX contacts_by_age (account_id=?"))
        #expect(!plan.contains("TEMP B-TREE"))
        #expect(!plan.contains("SCAN"))
        if start != nil { #expect(plan.contains("(created_at,id)")) }
    }

    @Test(
        arguments: [nil, .olderThan(cursor), .newerThan(cursor)] as [ContactQuery.Start?], AttributionPosition.allCases)
    func `a list by source walks along the index of that source`(
        start: ContactQuery.Start?, position: AttributionPosition
    ) async throws {
        var query = ContactQuery()
        query.start = start
        switch position {
        case .first: query.firstSource = .paidSearch
        case .latest: query.latestSource = .paidSearch
        }
        let plan = try await plan(of: query)
        #expect(
            plan.contains(
                "COVERING INDEX contacts_by_\(position.rawValue)_source (account_id=? AND \(position.rawValue)"))
        #expect(!plan.contains("TEMP B-TREE"))
    }

    @Test func `the contacts to review have an index of their own`() async throws {
        var query = ContactQuery()
        query.needsReview = true
        let plan = try await plan(of: query)
        #expect(plan.contains("contacts_to_review"))
        #expect(!plan.contains("TEMP B-TREE"))
    }

    @Test func `a search is a range of the terms`() async throws {
        var query = ContactQuery()
        query.search = "ann smi"
        let asked = query
        let plan = try await plans { _ = try ContactSearch.page($0, $1, asked) }.joined(separator: "\n")
        let lookups = plan.split(separator: "\n").filter { $0.contains("contact_terms") }
        // Each word is counted up to a ceiling; the rarest names the contacts, and they are asked for the others.
        #expect(lookups.count == 4)
        #expect(lookups.count { $0.contains("(account_id=? AND term>? AND term<?)") } == 3)
        #expect(lookups.count { $0.contains("contact_terms_by_contact (account_id=? AND contact_id=?") } == 1)
    }

    @Test func `a word that thousands share is looked up contact by contact, the newest first`() async throws {
        var query = ContactQuery()
        query.search = "smith"
        let asked = query
        let plans = try await plans { connection, account in
            try Self.addSmiths(5_000, connection, account)
            let page = try ContactSearch.page(connection, account, asked)
            #expect(page.contacts.count == 50 && page.hasOlder)
        }
        let list = try #require(plans.first { $0.contains("contacts_by_age") })
        #expect(list.contains("contact_terms USING"))
        #expect(list.contains("contact_terms_by_contact (account_id=? AND contact_id=?"))
        #expect(!list.contains("TEMP B-TREE"))
    }

    private static func addSmiths(_ count: Int, _ connection: Connection, _ account: AccountID) throws {
        let numbers = "with recursive numbers (n) as (select 1 union all select n + 1 from numbers where n < $1)"
        try connection.execute(
            """
            insert into contacts (account_id, id, last_name, created_at, updated_at, created_by_source, created_by_channel)
            \(numbers) select $2, 'smith' || n, 'Smith', n, n, 'TEST', 'TEST' from numbers
            """, [count, account])
        try connection.execute(
            """
            insert into contact_terms (account_id, term, contact_id)
            \(numbers) select $2, 'smith', 'smith' || n from numbers
            """, [count, account])
    }

    @Test(arguments: ["conversions_by_age", "conversions_by_status", "conversions_by_form"])
    func `a list of submissions walks along its index`(index: String) async throws {
        var query = SubmissionQuery()
        query.olderThan = SubmissionCursor(receivedAt: 1, id: ConversionID(rawValue: "x"))
        if index == "conversions_by_status" { query.status = .held }
        if index == "conversions_by_form" { query.formID = "contact" }
        let asked = query
        let plan = try await plans { _ = try SubmissionStore.page($0, $1, asked) }.joined()
        #expect(plan.contains("USING INDEX \(index) (account_id=?"))
        #expect(plan.contains("(received_at,id)<"))
        #expect(!plan.contains("TEMP B-TREE"))
    }

    @Test func `exports walk along the keys`() async throws {
        let plans = try await plans { connection, account in
            let event = EventID(rawValue: Seed(1).ids.uuid(at: 1))
            let view = PageView(
                account: account, event: event, session: nil, visitor: nil, occurredAt: 1, receivedAt: 1, url: "",
                referrer: nil, title: nil)
            _ = try ExportStore.pageViews(connection, account, after: view, limit: 9)
            _ = try ExportStore.sessions(connection, account, after: SessionID(rawValue: event.rawValue), limit: 9)
        }
        let walks = plans.filter { !$0.hasPrefix("SEARCH accounts USING INTEGER PRIMARY KEY") }
        #expect(walks.count == 2)
        #expect(walks.allSatisfy { $0.contains("USING PRIMARY KEY (account_id=? AND ") && !$0.contains("TEMP B-TREE") })
    }

    @Test func `a visitor's earlier sessions are a range of their index`() async throws {
        let plan = try await plans { connection, account in
            let visitor = VisitorID(rawValue: Seed(1).ids.uuid(at: 1))
            let place = EarlierLandings.Place(Scoped(account, visitor), since: 1, until: 2)
            var places = [place, place]
            _ = try EarlierLandings.pages(connection, &places)
        }.joined()
        let range = "sessions_by_visitor (account_id=? AND visitor_id=? AND started_at>? AND (started_at,id)<(?,?))"
        #expect(plan.components(separatedBy: range).count == 3)
        #expect(!plan.contains("TEMP B-TREE"))
    }

    @Test(arguments: [("https://clinic.example/?gclid=1", 0), ("https://clinic.example/", 1)])
    func `only a direct conversion looks for earlier visits`(url: String, walks: Int) async throws {
        let site = try await Site()
        let ann = site.browser()
        for day in 0..<3 { try await site.record(site.visit(ann, to: url, at: .on(day)).page()) }
        let form = site.visit(ann, to: url, at: .on(3)).form(["email": "ann@example.com"])
        let capture = site.crm.capture
        let plans = try await site.house.database.write { connection in
            try connection.plans { connection in
                var working = CaptureBatch(
                    now: .on(3), ids: capture.ids, shelf: capture.shelf, lookUpTimeZone: { _ in nil })
                try working.load([form], connection)
            }
        }
        #expect(plans.count { $0.contains("(started_at,id)<") } == walks)
    }

    @Test func `what a batch reads is looked up by key, whatever its size`() async throws {
        let site = try await Site()
        let known = site.visit(site.browser())
        try await site.record(known.page(), known.form(["email": "ann@example.com"]))
        let events = (0..<20).flatMap { number in
            let visit = site.visit(site.browser(), at: .on(1))
            return [visit.page(), visit.form(["email": "a\(number)@example.com"])]
        }
        let batch = events + [known.page(minute: 5), known.form(["email": "ann@example.com"], minute: 6)]
        let capture = site.crm.capture
        let plans = try await site.house.database.write { connection in
            try connection.plans { connection in
                var working = CaptureBatch(
                    now: .on(1), ids: capture.ids, shelf: capture.shelf, lookUpTimeZone: { _ in nil })
                try working.load(batch, connection)
                for event in batch { _ = working.take(event) }
                try working.save(connection)
            }
        }
        let steps = plans.flatMap { $0.split(separator: "\n") }
        let scans = steps.filter { $0.hasPrefix("SCAN") && !$0.contains("CONSTANT ROW") && $0 != "SCAN asked" }
        // The domains of one account, which were found by key and cut off at a thousand.
        let few = ["SCAN walk", "SCAN (subquery", "SCAN domains"]
        #expect(scans.allSatisfy { scan in few.contains { scan.hasPrefix($0) } }, "\(scans)")
        for table in ["visitors", "sessions", "contacts", "contact_tags", "contact_emails"] {
            let lookups = steps.filter { $0.hasPrefix("SEARCH \(table) USING") }
            #expect(!lookups.isEmpty, "\(table)")
            #expect(lookups.allSatisfy { $0.contains("(account_id=? AND ") }, "\(table): \(lookups)")
        }
    }

    @Test func `what hangs on a contact is found by the contact, not by walking through its account`() async throws {
        let site = try await Site()
        let visit = site.visit(site.browser())
        try await site.create([.email: "ann@example.com"])
        let form = visit.form(["email": "ann@example.com", "city": "Graz"])
        try await site.record(visit.page(), form)
        let conversion = try await site.submission(of: form)
        let ann = try await site.contact().contact.id
        let plans = try await site.house.database.write { connection in
            try connection.plans { connection in
                try Restoration(account: site.account, conversion: conversion, contact: ann, now: .on(1)).run(
                    connection)
                try UndoStore.moveTraces(connection, site.account, of: conversion, from: ann, to: ann, now: .on(1))
                _ = try AttributionStore.ofSubmission(connection, site.account, ann, conversion.id)
                _ = try ContactSearch.page(connection, site.account, ContactQuery())
                _ = try ContactStore.delete(connection, site.account, ann)
            }
        }
        let steps = plans.flatMap { $0.split(separator: "\n") }.filter { $0.hasPrefix("SEARCH") }
        // An account's webhooks and the forms that it leaves out are few, and are read whole.
        let whole = ["contacts_by_age", "SEARCH webhooks ", "SEARCH unsynced_forms ", "SEARCH accounts "]
        let careless = steps.filter { step in !step.contains("_id=? AND ") && !whole.contains { step.contains($0) } }
        #expect(steps.count > 20)
        #expect(careless.isEmpty)
    }

    @Test func `the planner is told of every index`() async throws {
        let house = try await House()
        let told = Set(try await house.texts("idx", of: "sqlite_stat1"))
        let indexes = try await house.database.read { connection in
            try connection.rows(
                "select name from sqlite_schema where type = 'index' and sql is not null and sql like '%(account_id,%'"
            ).map { try $0["name"] as String? }
        }
        #expect(indexes.count > 15)
        #expect(told.isSuperset(of: indexes))
    }

    @Test func `cutting addresses looks at those alone that are to be cut`() async throws {
        let plans = try await plans { connection, account in
            for table in PrivacyStore.Table.allCases {
                _ = try PrivacyStore.cut(connection, table, account, from: 0, before: 1, limit: 9)
            }
        }
        #expect(plans.count == 2)
        for plan in plans {
            #expect(plan.contains("_with_whole_ip (account_id=? AND "))
            #expect(!plan.contains("TEMP B-TREE"))
        }
    }

    @Test func `a contact's record is read by its own indexes`() async throws {
        let plans = try await plans { connection, account in
            let contact = ContactID(rawValue: "x")
            _ = try JourneyStore.sessions(connection, account, contact, limit: 9)
            _ = try JourneyStore.firstVisit(connection, account, contact)
            _ = try JourneyStore.conversions(connection, account, contact, limit: 9)
            _ = try TimelineStore.entries(connection, account, contact, limit: 9)
            _ = try AttributionStore.newest(connection, account, of: contact)
        }
        #expect(plans.count == 5)
        #expect(plans.allSatisfy { $0.contains("SEARCH") && !$0.contains("TEMP B-TREE FOR ORDER BY") })
    }
}
