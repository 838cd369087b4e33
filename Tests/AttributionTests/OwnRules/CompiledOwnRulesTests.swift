import Testing

@testable import Attribution

@Suite("Own rules")
struct CompiledOwnRulesTests {
    private static let podcast = OwnCondition(.parameter("utm_source"), .contains, "podcast")
    private static let partner = OwnCondition(.referrerHost, .equals, "partner.example")

    private func rule(_ after: String?, _ conditions: OwnCondition...) -> OwnRule {
        OwnRule(name: "A", after: after, conditions: conditions, source: .referral)
    }

    private func match(_ rules: [OwnRule], at place: String?, _ url: String, referrer: String? = nil) -> Int? {
        let compiled = CompiledOwnRules(rules)
        var subjects = OwnSubjects(Landing(url: url), referrer: referrer, for: compiled)
        return compiled.firstMatch(at: place, in: &subjects)
    }

    @Test("are asked at their place, in the order of the list")
    func places() {
        let rules = [
            rule("4", Self.podcast), rule(nil, Self.partner), rule("4a", Self.podcast), rule(nil, Self.podcast),
        ]
        let url = "/?utm_source=podcast"
        #expect(match(rules, at: nil, url) == 3)
        #expect(match(rules, at: nil, url, referrer: "partner.example") == 1)
        #expect(match(rules, at: "4", url) == 0)
        #expect(match(rules, at: "4a", url) == 2)
        #expect(match(rules, at: "5", url) == nil)
        #expect(match(rules, at: "4", "/") == nil)
    }

    @Test("win when all their conditions hold")
    func conjunction() {
        let rules = [rule(nil, Self.podcast, Self.partner), rule(nil, Self.podcast)]
        #expect(match(rules, at: nil, "/?utm_source=podcast") == 1)
        #expect(match(rules, at: nil, "/?utm_source=podcast", referrer: "partner.example") == 0)
        #expect(match(rules, at: nil, "/", referrer: "partner.example") == nil)
    }

    @Test("never win without conditions, and cost nothing when there are none")
    func empty() {
        #expect(match([rule(nil)], at: nil, "/") == nil)
        #expect(CompiledOwnRules([rule(nil)]).isEmpty)
        #expect(CompiledOwnRules([]).isEmpty)
        #expect(!CompiledOwnRules([rule(nil, Self.podcast)]).isEmpty)
    }

    @Test("look at each text once, in whatever case its key is written")
    func subjects() {
        let upper = OwnCondition(.parameter("UTM_Source"), .present)
        let compiled = CompiledOwnRules([rule(nil, Self.podcast, upper), rule("1", upper, Self.partner)])
        #expect(compiled.subjects == [.parameter("utm_source"), .referrerHost])
    }

    @Test("are traced condition by condition, with what was seen")
    func traces() {
        let rules = [
            rule(
                "4", Self.podcast, OwnCondition(.parameter("utm_source"), .equals, "RADIO"),
                OwnCondition(.parameter("utm_source"), .startsWith, "rad", isNegated: true),
                OwnCondition(.parameter("utm_source"), .present), Self.partner,
                OwnCondition(.parameter("ref"), .present, isNegated: true))
        ]
        let own = OwnDomains(["partner.example"])
        let traces = Classifier(RuleBook(.classic, ownRules: rules)).ownRuleTraces(
            Landing(url: "https://clinic.example/?UTM_Source=Radio", referrer: "https://partner.example/"),
            ownDomains: own)
        #expect(traces.map(\.reference.number) == ["own 1"])
        #expect(traces.map(\.applies) == [false])
        #expect(traces.first?.steps.map(\.holds) == [false, true, false, true, false, true])
        #expect(traces.first?.steps.map(\.seen) == ["Radio", "Radio", "Radio", "Radio", nil, nil])
        #expect(
            traces.first?.steps.map(\.sentence) == [
                "utm_source is “Radio”, which does not contain “podcast”", "utm_source is “Radio”",
                "utm_source is “Radio”, which starts with “rad”", "utm_source is “Radio”",
                "the referrer's host is absent", "ref is absent",
            ])
    }

    @Test(
        "are told in one line, whatever a stranger sent",
        arguments: ["%00", "%0A", "%0D", "%1B", "%E2%80%A8", "%C2%85"])
    func hostileText(escape: String) {
        let book = RuleBook(.classic, ownRules: [rule(nil, OwnCondition(.parameter("utm_source"), .present))])
        let landing = Landing(url: "https://clinic.example/?utm_source=a\(escape)b")
        let explanation = Classifier(book).explain(landing, ownDomains: OwnDomains([]))
        let trace = Classifier(book).ownRuleTraces(landing, ownDomains: OwnDomains([])).first
        #expect(trace?.steps.map(\.sentence) == ["utm_source is “a\u{FFFD}b”"])
        #expect(explanation.steps.first?.reason.hasSuffix("utm_source is “a\u{FFFD}b”") == true)
        #expect(explanation.verdict.sentence.hasSuffix("utm_source is “a\u{FFFD}b”."))
    }

    @Test("see the referrer that counts")
    func tracedReferrer() {
        let book = RuleBook(.classic, ownRules: [rule(nil, Self.partner)])
        let landing = Landing(url: "https://clinic.example/", referrer: "https://PARTNER.example/x")
        let trace = Classifier(book).ownRuleTraces(landing, ownDomains: OwnDomains([])).first
        #expect(trace?.applies == true)
        #expect(trace?.steps.map(\.sentence) == ["the referrer's host is “partner.example”"])
    }
}
