import Attribution
import Database
import Testing

@testable import CRM

/// Compiled books are at hand for those who use them, and a book that nobody can read stops nothing.
@Suite struct ShelfTests {
    private let podcast = "https://clinic.example/?utm_source=podcast"

    private func spoil(_ revision: Int, at site: Site) async throws {
        try await site.house.database.write {
            _ = try $0.execute("update rule_revisions set document = '{}' where revision = $1", [revision])
        }
    }

    @Test func `a kept revision that nobody can read is given up, and everything goes on`() async throws {
        let site = try await Site()
        try await site.publish(.podcast, at: .on(1))
        try await site.publish(.sister, at: .on(2))
        try await spoil(1, at: site)
        let (second, database) = try site.house.second()
        defer { try? database.close() }
        let visit = site.visit(site.browser(), to: podcast, at: .on(3))
        let answers = try await second.capture.record([visit.form(["email": "ann@example.com"])], now: .on(3))
        #expect(answers == [.stored])
        #expect(try await site.crm.rules.history(site.account).map(\.state) == [.kept, .retired, .kept])
        #expect(second.rules.unreadableBooks == 1)
        await #expect(throws: RuleError.notRestorable) {
            try await second.rules.restore(site.account, revision: 1, by: Site.owner, now: .on(4))
        }
    }

    @Test func `for a book in use that nobody can read its built-in rule set stands in`() async throws {
        let site = try await Site()
        try await site.draft(.podcast, in: .extended)
        _ = try await site.startPublication(at: .on(1))
        try await site.runReplays(at: .on(1))
        try await spoil(1, at: site)
        let (second, database) = try site.house.second()
        defer { try? database.close() }
        let visit = site.visit(site.browser(), to: "https://clinic.example/?yclid=1", at: .on(3))
        let answers = try await second.capture.record([visit.form(["email": "ann@example.com"])], now: .on(3))
        #expect(answers == [.stored])
        #expect(try await site.contact().contact.first?.source == .paidSearch)
        #expect(try await site.house.count("sessions", where: "rules_revision is null") == 1)
        #expect(try await second.rules.book(site.account) == .extended)
        #expect(second.rules.unreadableBooks == 1)
        #expect(site.crm.rules.unreadableBooks == 0)
    }

    @Test func `a publication whose book capture cannot read never comes into use`() async throws {
        let site = try await Site()
        try await site.draft(.podcast)
        let id = try await site.startPublication(at: .on(1))
        try await spoil(1, at: site)
        try await site.record(site.visit(site.browser(), to: podcast, at: .on(2)).page())
        await #expect(throws: ReplayStepFailed.self) { try await site.runReplays(at: .on(3)) }
        #expect(try await site.crm.rules.replay(site.account, id)?.state == .failed)
        #expect(try await site.crm.rules.history(site.account).map(\.state) == [.cancelled, .kept])
        #expect(try await site.crm.rules.book(site.account) == .classic)
    }

    @Test func `a batch asks one question for the books of all its accounts`() async throws {
        let house = try await House()
        let sites = try await [
            Site(in: house), Site(in: house, name: "B", domains: ["b.example"]),
            Site(in: house, name: "C", domains: ["c.example"]),
        ]
        for site in sites.dropLast() {
            try await site.publish(.podcast, at: .on(1))
            try await site.publish(.sister, at: .on(2))
        }
        let ids = sites.map(\.account)
        let shelf = BookShelf()
        let (plans, books) = try await house.database.write { connection in
            let accounts = try AccountStore.capturing(connection, ids)
            let books = try shelf.judging(connection, accounts)
            return (try connection.plans { _ = try shelf.judging($0, accounts) }, books)
        }
        if house.database.dialect == .sqlite {
            #expect(Set(plans).count == 1)
            #expect(plans.first?.contains("rule_revisions_judging (account_id=?)") == true)
        }
        #expect(ids.map { books[$0]?.current.revision } == [2, 2, 0])
        #expect(ids.map { books[$0]?.others.map(\.revision) } == [[0, 1], [0, 1], []])
    }

    private func book(rules: Int) -> ShelvedBook {
        ShelvedBook(
            classifier: Classifier(RuleBook(.classic, ownRules: Array(repeating: .podcast, count: rules))),
            isReadable: true)
    }

    @Test func `the account that was used longest ago goes first`() {
        var shelf = ShelvedBooks(accountLimit: 2, ruleLimit: 1_000)
        let accounts = (1...3).map { AccountID(rawValue: $0) }
        for account in accounts.prefix(2) {
            for revision in 1...7 { shelf.keep(book(rules: 1), account, revision) }
        }
        #expect(shelf.book(accounts[0], 1) != nil)
        shelf.keep(book(rules: 1), accounts[2], 1)
        #expect(shelf.accountCount == 2)
        #expect((1...7).allSatisfy { shelf.book(accounts[0], $0) != nil })
        #expect((1...7).allSatisfy { shelf.book(accounts[1], $0) == nil })
    }

    @Test func `large books leave room for fewer accounts, and one always stays`() {
        var shelf = ShelvedBooks(accountLimit: 100, ruleLimit: 10)
        for account in 1...9 { shelf.keep(book(rules: 4), AccountID(rawValue: Int64(account)), 1) }
        #expect(shelf.accountCount == 2)
        shelf.keep(book(rules: 50), AccountID(rawValue: 10), 1)
        #expect(shelf.accountCount == 1)
        #expect(shelf.book(AccountID(rawValue: 10), 1) != nil)
    }

    @Test func `books that judge nothing any more make room`() {
        var shelf = ShelvedBooks(accountLimit: 9, ruleLimit: 10)
        let account = AccountID(rawValue: 1)
        for revision in 1...5 { shelf.keep(book(rules: 2), account, revision) }
        shelf.keep(only: [1, 5], of: account)
        #expect((1...5).map { shelf.book(account, $0) != nil } == [true, false, false, false, true])
        shelf.keep(book(rules: 6), AccountID(rawValue: 2), 1)
        #expect(shelf.accountCount == 2)
    }

    @Test func `the book of a replay that is over is forgotten`() {
        var shelf = ShelvedBooks(accountLimit: 9, ruleLimit: 10)
        let keys = (1...40).map { Scoped(AccountID(rawValue: 1), ReplayID(rawValue: "r\($0)")) }
        for key in keys { shelf.keep(book(rules: 1).classifier, of: key) }
        #expect(shelf.replayCount == 16)
        #expect(shelf.book(of: keys[39]) != nil)
        shelf.forget(keys[39])
        #expect(shelf.book(of: keys[39]) == nil)
    }
}
