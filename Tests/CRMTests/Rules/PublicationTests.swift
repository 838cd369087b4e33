import Attribution
import CRM
import Database
import Testing

/// Publishing judges all history anew and leaves what it was locked with alone.
@Suite struct PublicationTests {
    private let podcast = "https://clinic.example/?utm_source=podcast"

    /// Every column of the tables with locked verdicts, as text.
    private func lockedRows(_ site: Site) async throws -> [String] {
        try await site.house.database.read { connection in
            try ["sessions", "attributions", "contacts"].flatMap { table in
                let text =
                    switch connection.dialect {
                    case .sqlite: try columns(connection, table).map { "quote(\($0))" }.joined(separator: " || ',' || ")
                    case .postgres: "cast(\(table) as text)"
                    }
                return try connection.rows("select \(text) as line from \(table) order by account_id, id")
                    .map { try $0["line"] as String }
            }
        }
    }

    private func columns(_ connection: Connection, _ table: String) throws -> [String] {
        try connection.rows("select name from pragma_table_info('\(table)')").map { try $0["name"] }
    }

    @Test func `opinions stand beside the locked verdicts, which stay byte for byte`() async throws {
        let site = try await Site()
        try await History.record(40, at: site)
        let before = try await lockedRows(site)
        let revision = try await site.publish(.podcast, .offer, .sister)
        #expect(revision == 1)
        #expect(try await lockedRows(site) == before)
        #expect(before.count > 100)
        #expect(try await site.house.count("session_opinions") > 20)
        #expect(try await site.house.count("attribution_opinions") > 10)
    }

    @Test func `an opinion says the source, the rule, the finer label and why`() async throws {
        let site = try await Site()
        let visit = site.visit(site.browser(), to: podcast)
        try await site.record(visit.page(), visit.form(["email": "ann@example.com"]))
        try await site.publish(.podcast)
        let contact = try await site.contact()
        #expect(contact.contact.first?.source == .others)
        let first = try #require(contact.contact.first?.id)
        let opinion = try #require(try await site.crm.rules.opinions(site.account, [first])[first])
        #expect(opinion.source == .referral)
        #expect(opinion.ruleNumber == "own 1")
        #expect(opinion.subLabel == "Podcasts")
        #expect(opinion.verdict?.rule.name == "Podcast")
        #expect(opinion.verdict?.revision == 1)
        #expect(opinion.landing == nil)
        #expect(try await site.source(of: visit) == .referral)
    }

    @Test func `what does not change has no opinion`() async throws {
        let site = try await Site()
        try await History.record(12, at: site)
        try await site.publish(
            OwnRule(name: "Never", conditions: [OwnCondition(.landingHost, .equals, "x.example")], source: .others))
        #expect(try await site.house.count("session_opinions") == 0)
        #expect(try await site.house.count("attribution_opinions") == 0)
        let history = try await site.crm.rules.history(site.account)
        #expect(history.map(\.number) == [1, 0])
        #expect(history.map(\.isCurrent) == [true, false])
        #expect(history.first?.moved == MovedCounts(contactsByFirst: 0, contactsByLatest: 0, touches: 0))
    }

    @Test func `a publication is written down with who, when, why and what it moved`() async throws {
        let site = try await Site()
        try await site.record(site.visit(site.browser(), to: podcast).form(["email": "ann@example.com"]))
        try await site.publish(.podcast, at: .on(21))
        let revision = try #require(try await site.crm.rules.history(site.account).first)
        #expect(revision.author == Site.owner)
        #expect(revision.comment == "Podcasts")
        #expect(revision.publishedAt == .on(21))
        #expect(revision.ownRuleCount == 1)
        #expect(revision.state == .kept)
        #expect(revision.moved == MovedCounts(contactsByFirst: 1, contactsByLatest: 1, touches: 1))
        #expect(try await site.crm.rules.draft(site.account) == nil)
        #expect(try await site.crm.rules.book(site.account).ownRules == [.podcast])
        #expect(try await site.crm.rules.book(site.account).revision == 1)
    }

    @Test func `nothing is seen of it until all is judged`() async throws {
        let site = try await Site()
        let visit = site.visit(site.browser(), to: podcast, at: .on(19))
        try await History.record(20, at: site)
        try await site.record(visit.page())
        try await site.draft(.podcast)
        _ = try await site.startPublication()
        for _ in 0..<3 { _ = try await site.crm.rules.runOneChunk(now: .on(20), rows: 5) }
        #expect(try await site.house.count("session_opinions") > 0)
        #expect(try await site.source(of: visit) == .others)
        #expect(try await site.crm.rules.book(site.account) == .classic)
        try await site.runReplays()
        #expect(try await site.source(of: visit) == .referral)
    }

    @Test func `a second publication has to wait for the first`() async throws {
        let site = try await Site()
        try await site.draft(.podcast)
        let running = try await site.startPublication()
        await #expect(throws: RuleError.publicationRunning(running)) { _ = try await site.startPublication() }
        try await site.runReplays()
        _ = try await site.startPublication(at: .on(21))
    }

    @Test func `a draft that was edited while its former state is published stays`() async throws {
        let site = try await Site()
        try await site.draft(.podcast)
        _ = try await site.startPublication()
        try await site.draft(.podcast, .sister)
        try await site.runReplays()
        #expect(try await site.crm.rules.book(site.account).ownRules.count == 1)
        #expect(try await site.crm.rules.draft(site.account)?.book.ownRules.count == 2)
    }

    @Test func `one that is cancelled leaves nothing to be seen, and its opinions go`() async throws {
        let site = try await Site()
        let visit = site.visit(site.browser(), to: podcast, at: .on(19))
        try await History.record(30, at: site)
        try await site.record(visit.page())
        try await site.draft(.podcast, .offer)
        let id = try await site.startPublication()
        for _ in 0..<3 { _ = try await site.crm.rules.runOneChunk(now: .on(20), rows: 20) }
        #expect(try await site.house.count("session_opinions") > 0)
        #expect(try await site.crm.rules.cancel(site.account, id, now: .on(20)))
        #expect(try await site.source(of: visit) == .others)
        try await site.runReplays()
        #expect(try await site.house.count("session_opinions") == 0)
        #expect(try await site.house.count("attribution_opinions") == 0)
        #expect(try await site.crm.rules.history(site.account).map(\.state) == [.cancelled, .kept])
        #expect(try await site.crm.rules.book(site.account) == .classic)
        #expect(try await site.crm.rules.draft(site.account) != nil)
        #expect(try await site.crm.rules.cancel(site.account, id, now: .on(20)) == false)
    }

    @Test func `an account sees nothing of another's rules`() async throws {
        let house = try await House()
        let site = try await Site(in: house)
        let other = try await Site(in: house, name: "Other", domains: ["other.example"])
        let visit = site.visit(site.browser(), to: podcast)
        let theirs = other.visit(other.browser(), to: podcast)
        try await site.record(visit.page())
        try await other.record(theirs.page())
        let preview = try await other.crm.rules.startPreview(other.account, by: Site.owner, now: .on(20))
        try await site.publish(.podcast)
        let session = try #require(theirs.session)
        #expect(try await site.crm.rules.opinions(site.account, [session]).isEmpty)
        #expect(try await other.source(of: theirs) == .others)
        #expect(try await other.crm.rules.history(other.account).isEmpty)
        #expect(try await other.crm.rules.draft(other.account) == nil)
        #expect(try await site.crm.rules.replay(site.account, preview) == nil)
        #expect(try await site.crm.rules.cancel(site.account, preview, now: .on(20)) == false)
        #expect(try await other.crm.rules.replay(other.account, preview)?.result.touches.total == 1)
    }
}
