import Attribution
import CRM
import Testing

/// New landings are judged by the account's own book, and say by which revision.
@Suite struct JudgingTests {
    private let podcast = "https://clinic.example/?utm_source=podcast"

    @Test func `a verdict names the revision and the finer label it was locked with`() async throws {
        let site = try await Site()
        try await site.publish(.podcast, at: .on(1))
        let visit = site.visit(site.browser(), to: podcast, at: .on(2))
        try await site.record(visit.page(), visit.form(["email": "ann@example.com"]))
        let contact = try await site.contact()
        #expect(contact.contact.first?.source == .referral)
        #expect(contact.first?.record.verdict?.revision == 1)
        let session = try #require(
            try await site.crm.contacts.journey(site.account, contact.contact.id).sessions.first?.session)
        #expect(session.verdict.source == .referral)
        #expect(session.verdict.revision == 1)
        #expect(session.verdict.subLabel == "Podcasts")
        #expect(session.verdict.ruleNumber == "own 1")
        for table in ["sessions", "attributions"] {
            #expect(try await site.house.count(table, where: "rules_revision = 1 and sub_label = 'Podcasts'") == 1)
        }
    }

    @Test func `before anything is published there is no revision`() async throws {
        let site = try await Site()
        let visit = site.visit(site.browser(), to: podcast)
        try await site.record(visit.form(["email": "ann@example.com"]))
        for table in ["sessions", "attributions"] {
            #expect(try await site.house.count(table, where: "rules_revision is null and sub_label is null") == 1)
        }
    }

    @Test func `another server judges by what was published here`() async throws {
        let site = try await Site()
        let (second, database) = try site.house.second()
        defer { try? database.close() }
        for (day, rules, source) in [(1, [OwnRule.podcast], Source.referral), (3, [], .others)] {
            let before = try await site.crm.rules.draft(site.account)
            _ = try await site.crm.rules.saveDraft(
                site.account, RuleBook(.classic, ownRules: rules), replacing: before?.version, by: "a", now: .on(day))
            _ = try await site.startPublication(at: .on(day))
            try await site.runReplays(at: .on(day))
            let visit = site.visit(site.browser(), to: podcast, at: .on(day + 1))
            _ = try await second.capture.record([visit.form(["email": "v\(day)@example.com"])], now: .on(day + 1))
            #expect(try await site.contact(.email, "v\(day)@example.com").contact.first?.source == source)
        }
    }

    @Test func `many conversions of one batch have their opinions under every kept revision`() async throws {
        let site = try await Site()
        try await site.publish(.podcast, at: .on(1))
        try await site.publish(.offer, at: .on(2))
        let forms = (0..<45).map { number in
            site.visit(site.browser(), to: podcast, at: .on(3)).form(["email": "v\(number)@example.com"])
        }
        _ = try await site.crm.capture.record(forms, now: .on(3, minute: 2))
        #expect(try await site.house.count("attribution_opinions", where: "revision = 1 and source = 'referral'") == 45)
        #expect(try await site.house.count("attribution_opinions") == 45)
    }

    @Test func `an import without a source is judged by the book in use, and by the one before`() async throws {
        let site = try await Site()
        try await site.publish(.podcast, at: .on(1))
        let landing = ImportedAttribution(source: nil, values: [.url: podcast], createdAt: .on(0))
        _ = try await site.crm.contacts.create(
            site.account, ContactEdit([.email: "ann@example.com"]), by: .token(name: "Zap"),
            history: ImportedHistory(first: landing, latest: nil), now: .on(2))
        #expect(try await site.contact().contact.first?.source == .referral)
        _ = try await site.crm.rules.restore(site.account, revision: 0, by: Site.owner, now: .on(3))
        #expect(try await site.firstSource(of: site.contact()) == .others)
    }

    @Test func `a source that an import brought along, and what no landing decided, stays`() async throws {
        let site = try await Site()
        let known = ImportedAttribution(source: .socialMedia, values: [.url: podcast], createdAt: .on(0))
        _ = try await site.crm.contacts.create(
            site.account, ContactEdit([.email: "ann@example.com"]), by: .token(name: "Zap"),
            history: ImportedHistory(first: known, latest: nil), now: .on(0))
        try await site.create([.email: "bob@example.com"])
        try await site.publish(.podcast)
        #expect(try await site.house.count("attribution_opinions") == 0)
    }
}
