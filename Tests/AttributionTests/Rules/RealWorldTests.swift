import Testing

@testable import Attribution

@Suite("Landings as they are met in the wild")
struct RealWorldTests {
    static let topics = [
        "google-ads", "other-search-ads", "meta", "social-ads", "social", "search", "referrals", "reading",
        "own-domains",
    ]

    @Test("are judged by both rule sets as the rules say", arguments: topics, RuleSet.allCases)
    func judged(topic: String, ruleSet: RuleSet) throws {
        let classifier = Classifier(RuleBook(ruleSet))
        for row in try RealWorldCase.cases(about: topic) {
            let landing = Landing(url: row.url, referrer: row.referrer, userAgent: row.userAgent)
            let verdict = classifier.classify(landing, ownDomains: OwnDomains(row.ownDomains ?? []))
            let given = RealWorldCase.Expectation(source: verdict.source, rule: verdict.rule.number)
            #expect(given == row.expectation(of: ruleSet), "\(row.name), as \(row.from) has it: \(row.url)")
        }
    }

    @Test("are at least 300, each under a name of its own and with its origin")
    func count() throws {
        let cases = try Self.topics.flatMap { topic in
            try RealWorldCase.cases(about: topic).map { (topic: topic, row: $0) }
        }
        #expect(cases.count >= 300)
        #expect(Set(cases.map { "\($0.topic): \($0.row.name)" }).count == cases.count)
        #expect(cases.allSatisfy { !$0.row.from.isEmpty })
    }
}
