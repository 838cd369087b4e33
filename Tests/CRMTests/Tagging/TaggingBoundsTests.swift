import Attribution
import Database
import DatabaseTesting
import Testing

@testable import CRM

/// Anybody may send a landing: what they make up costs neither memory nor the sight of what is real.
@Suite struct TaggingBoundsTests {
    private func survey(_ landings: [String], lost: Set<Int> = []) throws -> TaggingHealth {
        var survey = TaggingSurvey(Classifier())
        let ids = Seed(1).ids
        for (number, landing) in landings.enumerated() {
            try survey.take(
                TaggedVisit(
                    session: SessionID(rawValue: ids.uuid(at: 1)),
                    contact: lost.contains(number) ? ContactID(rawValue: "c\(number)") : nil,
                    startedAt: .start - Milliseconds(number), landing: Landing(url: landing),
                    ownDomains: "[]"))
        }
        return survey.health(over: .month, isCutAt: nil)
    }

    @Test func `a flood of made-up tags hides neither what is frequent nor what cost contacts`() throws {
        var landings = (0..<9_000).map { "https://clinic.example/p\($0)?utm_source=made-up-\($0)" }
        let real = stride(from: 10, to: 9_000, by: 100).map { $0 }
        for number in real { landings[number] = "https://clinic.example/offer?utm_source=AdWords" }
        landings[4_321] = "https://clinic.example/once?utm_souce=x"
        let health = try survey(landings, lost: [4_321])
        #expect(health.visits == 9_000 && health.faultyVisits == 9_000 && health.findings.count == 500)
        #expect(health.findings.first?.code == .misspeltParameter && health.findings.first?.lostContacts == 1)
        let frequent = try #require(health.findings.first { $0.code == .capitalLetters })
        #expect(frequent.visits == real.count && !frequent.isLowerBound)
        #expect(health.otherFaults + health.findings.reduce(0) { $0 + $1.visits } >= 9_000)
        #expect(health.findings.contains { $0.isLowerBound })
    }

    @Test func `the same flood is cut in the same way each time`() throws {
        let landings = (0..<5_000).map { "https://clinic.example/?utm_source=made-up-\($0 * 7_919 % 5_000)" }
        let once = try survey(landings).findings
        #expect(try survey(landings).findings == once)
    }

    @Test func `a landing with hundreds of faults counts as a few`() throws {
        let keys = (0..<300).map { "utm_sourc\($0 % 10)\(Character(UnicodeScalar(97 + $0 % 26) ?? "a"))=x" }
        let health = try survey(["https://clinic.example/?" + keys.joined(separator: "&")])
        #expect(health.findings.count <= 16 && health.findings.allSatisfy { $0.visits == 1 })
    }

    @Test func `of many landing pages the most visited are named, and the rest is counted`() throws {
        let rare = (0..<500).map { "https://clinic.example/\($0)?ttclid=x" }
        let common = Array(repeating: "https://clinic.example/offer?ttclid=x", count: 40)
        let finding = try #require(try survey(rare + common).findings.first)
        #expect(finding.pages.first == TaggedPage(address: "clinic.example/offer", visits: 40))
        #expect(finding.pages.count == 5 && finding.visits == 540 && finding.visitsElsewhere == 496)
    }

    @Test func `no more than the newest visits are looked at, and the page can say so`() async throws {
        let site = try await Site()
        for day in 1...5 { try await site.come(to: "https://clinic.example/?utm_souce=\(day)", on: day) }
        var tagging = site.crm.tagging
        tagging.mostVisits = 3
        tagging.chunk = 2
        let health = try await tagging.health(site.account, over: .month, now: .on(6))
        #expect(health.visits == 3 && health.isCutAt == .on(3))
        #expect(health.findings.first?.visits == 3)
        tagging.mostVisits = 5
        #expect(try await tagging.health(site.account, over: .month, now: .on(6)).isCutAt == nil)
    }

    @Test func `visits of one moment are each looked at once`() async throws {
        let site = try await Site()
        for _ in 0..<7 { try await site.come(to: "https://clinic.example/?utm_souce=x", on: 1) }
        var tagging = site.crm.tagging
        tagging.chunk = 2
        #expect(try await tagging.health(site.account, over: .month, now: .on(2)).visits == 7)
    }

    @Test(.enabled(if: TestDatabase.dialect == .sqlite), arguments: [false, true])
    func `visits are read along the index of age`(isFirst: Bool) async throws {
        let site = try await Site()
        let last = TaggedVisit(
            session: SessionID(rawValue: Seed(1).ids.uuid(at: 1)), contact: nil, startedAt: 1,
            landing: Landing(url: ""), ownDomains: "[]")
        let plan = try await site.house.database.write { connection in
            try connection.plans { connection in
                _ = try TaggingStore.visits(
                    connection, site.account, since: 1, before: isFirst ? nil : last, limit: 9)
            }
        }.joined()
        #expect(plan.contains("USING INDEX sessions_by_age (account_id=? AND "))
        if !isFirst { #expect(plan.contains("(started_at,id)<(?,?)")) }
        #expect(!plan.contains("TEMP B-TREE") && !plan.contains("SCAN"))
    }
}
