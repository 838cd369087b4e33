import Attribution
import CRM
import Testing

/// What an account works on before it publishes.
@Suite struct DraftTests {
    @Test func `an account begins with the classic book, no draft and no history`() async throws {
        let site = try await Site()
        #expect(try await site.crm.rules.book(site.account) == .classic)
        #expect(try await site.crm.rules.draft(site.account) == nil)
        #expect(try await site.crm.rules.history(site.account).isEmpty)
    }

    @Test func `a draft comes back as it was saved, and judges nothing`() async throws {
        let site = try await Site()
        let saved = try await site.draft(.podcast, .sister, in: .extended, at: .on(3))
        let draft = try #require(try await site.crm.rules.draft(site.account))
        #expect(draft.book == RuleBook(.extended, ownRules: [.podcast, .sister]))
        #expect(draft.version == saved.version)
        #expect(draft.author == Site.owner)
        #expect(draft.updatedAt == .on(3))
        #expect(draft.basedOn == 0)
        #expect(try await site.crm.rules.book(site.account) == .classic)
    }

    @Test func `of two that edit the same draft the second is told`() async throws {
        let site = try await Site()
        let seen = try await site.draft(.podcast)
        try await site.draft(.podcast, .sister)
        await #expect(throws: RuleError.draftChanged) {
            try await site.crm.rules.saveDraft(
                site.account, .extended, replacing: seen.version, by: "second@clinic.example", now: .on(20))
        }
        #expect(try await site.crm.rules.draft(site.account)?.book.ownRules.count == 2)
    }

    @Test func `of two that begin a draft the second is told`() async throws {
        let site = try await Site()
        try await site.draft(.podcast)
        await #expect(throws: RuleError.draftChanged) {
            try await site.crm.rules.saveDraft(
                site.account, .extended, replacing: nil, by: "second@clinic.example", now: .on(20))
        }
    }

    @Test func `a state that was discarded does not come back with the next draft`() async throws {
        let site = try await Site()
        let first = try await site.draft(.podcast)
        try await site.crm.rules.discardDraft(site.account, version: first.version)
        #expect(try await site.crm.rules.draft(site.account) == nil)
        try await site.draft(.podcast)
        await #expect(throws: RuleError.draftChanged) {
            try await site.crm.rules.discardDraft(site.account, version: first.version)
        }
    }

    @Test func `a rule that cannot be judged by is refused with its place`() async throws {
        let site = try await Site()
        let error = await #expect(throws: RuleError.self) {
            try await site.draft(OwnRule(name: "Nothing", conditions: [], source: .referral))
        }
        #expect(error?.description.contains("rules[0].when") == true)
        #expect(try await site.crm.rules.draft(site.account) == nil)
    }

    @Test func `only the draft that was reviewed is published`() async throws {
        let site = try await Site()
        let reviewed = try await site.draft(.podcast)
        try await site.draft(.podcast, .sister)
        await #expect(throws: RuleError.notAsReviewed) {
            try await site.crm.rules.startPublication(
                site.account, reviewed: reviewed.version, comment: nil, by: Site.owner, now: .on(20))
        }
        #expect(try await site.crm.rules.history(site.account).isEmpty)
    }
}
