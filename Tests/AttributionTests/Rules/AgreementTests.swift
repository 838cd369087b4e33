import Testing

@testable import Attribution

@Suite("Whatever a landing is made of")
struct AgreementTests {
    static let real = RealWorldTests.topics.flatMap { (try? RealWorldCase.cases(about: $0)) ?? [] }
    private let own = OwnDomains(["clinic.example"])

    @Test("both rule sets answer, the same each time, and deciding agrees with explaining", arguments: 1...10)
    func agreement(seed: Int) {
        var landings = RandomLandings(seed: seed, real: Self.real)
        for _ in 0..<60 {
            let landing = landings.next()
            for rules in [RuleBook.classic, .extended] {
                let classifier = Classifier(rules)
                let decision = classifier.decide(landing, ownDomains: own)
                let verdict = classifier.classify(landing, ownDomains: own)
                #expect(decision.rule == verdict.rule && decision.source == verdict.source)
                #expect(verdict == classifier.classify(landing, ownDomains: own))
                #expect(classifier.decide(landing, ownDomains: own).rule == decision.rule)
                #expect(rules.ruleSet.rules.contains(decision.rule))
                #expect(!verdict.evidence.isEmpty && !verdict.sentence.isEmpty)
            }
        }
    }

    @Test("the rule sets agree wherever nothing is there that only the extended one reads", arguments: 1...10)
    func sameWithoutExtendedSignals(seed: Int) {
        var landings = TaggedLandings(seed: seed, isExtended: false)
        for _ in 0..<200 {
            let landing = landings.next()
            let classic = Classifier(.classic).decide(landing, ownDomains: own)
            let extended = Classifier(.extended).decide(landing, ownDomains: own)
            #expect(classic.rule.number == extended.rule.number && classic.source == extended.source, "\(landing)")
        }
    }

    @Test("the extended rules only add: no landing is judged by a later rule than under classic", arguments: 1...10)
    func extendedOnlyAdds(seed: Int) {
        let order = RuleSet.extended.rules.map(\.number)
        var landings = TaggedLandings(seed: seed, isExtended: true)
        for _ in 0..<200 {
            let landing = landings.next()
            let classic = Classifier(.classic).decide(landing, ownDomains: own).rule.number
            let extended = Classifier(.extended).decide(landing, ownDomains: own).rule.number
            let places = (order.firstIndex(of: extended), order.firstIndex(of: classic))
            guard let place = places.0, let former = places.1 else {
                Issue.record("\(extended) or \(classic) is no rule of the extended set")
                continue
            }
            #expect(place <= former, "\(landing)")
        }
    }
}
