import Testing

@testable import Attribution

@Suite("A change that is proposed")
struct TriedChangeTests {
    private static let ownDomains = OwnDomains(["shop.example"])

    private static let ownRules = [
        OwnRule(
            name: "Podcast", after: "2", conditions: [OwnCondition(.parameter("utm_source"), .equals, "podcast")],
            source: .referral, subLabel: "Podcasts"),
        OwnRule(
            name: "Flyers", conditions: [OwnCondition(.landingPath, .startsWith, "/flyer")], source: .others),
    ]

    @Test("really gives what it says, on any landing", arguments: UInt64(0)..<16)
    func holds(seed: UInt64) {
        var landings = CarelessLandings(seed: seed)
        for round in 0..<100 {
            let landing = landings.next()
            let rules = round.isMultiple(of: 3) ? Self.ownRules : []
            let book = RuleBook(round.isMultiple(of: 2) ? .classic : .extended, ownRules: rules)
            let explanation = Classifier(book).explain(landing, ownDomains: Self.ownDomains)
            for change in explanation.changes {
                let judge = Classifier(RuleBook(change.ruleSet, ownRules: rules))
                let decision = judge.decide(change.landing, ownDomains: Self.ownDomains)
                #expect(decision.source == change.source, "\(change.text) \(landing)")
                #expect(decision.rule == change.rule, "\(change.text) \(landing)")
                #expect(change.source != explanation.verdict.source)
                #expect(change.landing != landing || change.ruleSet != book.ruleSet)
            }
            #expect(Set(explanation.changes.map(\.text)).count == explanation.changes.count)
        }
    }

    @Test("keeps every parameter that it does not name", arguments: UInt64(0)..<8)
    func keeps(seed: UInt64) {
        var landings = CarelessLandings(seed: seed)
        for _ in 0..<100 {
            let landing = landings.next()
            let before = Self.parameters(landing.url)
            for change in Classifier(.classic).explain(landing, ownDomains: Self.ownDomains).changes {
                let after = Self.parameters(change.landing.url)
                switch change.kind {
                case .correction: #expect(zip(before, after).count { $0 != $1 } == 1)
                case .addition: #expect(after.count - before.count == 1 || zip(before, after).count { $0 != $1 } == 1)
                case .ruleSet: #expect(change.landing == landing)
                case .removal: #expect(after.allSatisfy(before.contains))
                }
            }
        }
    }

    private static func parameters(_ url: String) -> [[String]] {
        QueryParameters(url: url).map { [$0.key.text, $0.value.text] }
    }
}
