import Testing

@testable import Attribution

@Suite("The cost of an explanation")
struct ExplanationCostTests {
    /// Each waits for a key of its own, and the landing has most of them but for a letter.
    private static let book = RuleBook(
        .classic,
        ownRules: (1_000..<9_000).map { number in
            OwnRule(
                name: "Partner \(number)", conditions: [OwnCondition(.parameter("partner_\(number)"), .present)],
                source: .referral)
        })
    private static let landing = Landing(
        url: "https://clinic.example/?" + (1_000..<1_430).map { "partnr_\($0)=1" }.joined(separator: "&"))
    private static let ownDomains = OwnDomains([])

    @Test("is bounded, however many own rules nearly apply", .timeLimit(.minutes(1)))
    func bounded() {
        let explanation = Classifier(Self.book).explain(Self.landing, ownDomains: Self.ownDomains)
        #expect(explanation.verdict.source == .direct)
        #expect(explanation.steps.count == 8_000 + 8)
        #expect(explanation.changes.map(\.kind) == [.correction, .correction, .correction, .correction])
    }

    @Test("is sixteen judgements at most for what own rules wait for", .timeLimit(.minutes(1)))
    func tries() {
        let classifier = Classifier(Self.book)
        let verdict = classifier.classify(Self.landing, ownDomains: Self.ownDomains)
        let search = ChangeSearch(
            classifier: classifier, landing: Self.landing, ownDomains: Self.ownDomains, verdict: verdict)
        #expect(search.corrections.count == 16)
    }

    @Test("is as bounded where the keys hold the same letters in another order", .timeLimit(.minutes(1)))
    func anagrams() {
        let landing = Landing(
            url: "https://clinic.example/?" + (0..<16).map { "fedcba_\(1_000 + $0)=1" }.joined(separator: "&"))
        let rules = (1_000..<9_000).map { number in
            OwnRule(name: "A", conditions: [OwnCondition(.parameter("abcdef_\(number)"), .present)], source: .referral)
        }
        let classifier = Classifier(RuleBook(.classic, ownRules: rules))
        #expect(classifier.explain(landing, ownDomains: Self.ownDomains).verdict.source == .direct)
    }
}
