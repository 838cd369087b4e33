import Testing

@testable import Attribution

@Suite("Whatever a landing is made of")
struct AgreementTests {
    static let real = RealWorldTests.topics.flatMap { (try? RealWorldCase.cases(about: $0)) ?? [] }
    private let own = OwnDomains(["clinic.example"])

    @Test("both rule sets answer, the same each time, with evidence that holds something", arguments: 1...10)
    func answers(seed: Int) {
        var landings = RandomLandings(seed: seed, real: Self.real)
        for _ in 0..<60 {
            let landing = landings.next()
            for rules in [RuleBook.classic, .extended] {
                let classifier = Classifier(rules)
                let verdict = classifier.classify(landing, ownDomains: own)
                #expect(verdict == classifier.classify(landing, ownDomains: own))
                #expect(rules.ruleSet.rules.contains(verdict.rule))
                #expect(!verdict.evidence.isEmpty && !verdict.sentence.isEmpty)
                #expect(
                    verdict.evidence.allSatisfy { $0.kind == .absence || $0.value?.isEmpty == false },
                    "\(verdict.evidence) \(landing)")
                if ["4a", "5b", "6a"].contains(verdict.rule.number) {
                    #expect(verdict.platform != nil, "\(landing)")
                }
            }
        }
    }

    @Test("deciding and explaining read the same in it", arguments: 1...20)
    func sameReading(seed: Int) {
        var noise = RandomLandings(seed: seed, real: Self.real)
        var tagged = TaggedLandings(seed: seed, isExtended: true)
        for round in 0..<200 {
            let landing = round.isMultiple(of: 4) ? tagged.next() : noise.next()
            for ruleSet in RuleSet.allCases { expectSameReading(landing, ruleSet) }
        }
    }

    @Test(
        "deciding and explaining read the same names of sites, however they are written",
        arguments: [
            "google", "+Google%20", "%67oogle", "google%00", "goo%00gle", "ＦＡＣＥＢＯＯＫ", "facebook%E2%80%A8",
            "face%FFbook", "İg", "%EF%BB%BFig",
            "www.google.co.uk.", "google.%63om", "GOOGLE.COM%20", "münchen.example", "b%C3%BCcher.google.com",
            "%zzgoogle",
            String(repeating: "%20", count: 300) + "google", "google" + String(repeating: "+", count: 300),
            String(repeating: "a.", count: 150) + "google.com", String(repeating: "ü.", count: 150) + "facebook.com",
            String(repeating: "x", count: 8_000),
        ])
    func sameNames(source: String) {
        for key in ["utm_source", "UTM_Source", "utm%5Fsource"] {
            let landing = Landing(url: "https://clinic.example/?\(key)=\(source)&utm_medium=cpc")
            for ruleSet in RuleSet.allCases { expectSameReading(landing, ruleSet) }
        }
    }

    /// The rules look at bytes where they stand, explanations at decoded texts.
    private func expectSameReading(_ landing: Landing, _ ruleSet: RuleSet) {
        let catalogue = ReferrerCatalogue.standard
        let text = Arrival(landing, ownDomains: own, catalogue: catalogue, keys: ruleSet.spelling)
        // What browsers drop is dropped before bytes are looked at.
        let url = String(Substring(URLText(landing.url).bytes))
        let referrer = String(Substring(URLText(landing.referrer ?? "").bytes))
        guard let parameters = ParameterScan(url.utf8.span, ruleSet.spelling),
            let sender = ReferrerScan(
                referrer.utf8.span, landing: url.utf8.span, ownDomains: own, catalogue: catalogue.index)
        else {
            Issue.record("\(landing) holds what should have been dropped")
            return
        }
        #expect(parameters.present == text.present, "\(landing)")
        #expect(sender.isReferrer == (text.referrer != nil), "\(landing)")
        #expect(sender.site.map(\.kind) == text.site?.kind, "\(landing)")
        #expect(sender.site?.isGoogleSearch == text.site?.isGoogleSearch, "\(landing)")
        let source = url.utf8.span.slice(parameters.source)
        let named = parameters.present.contains(.utmSource) ? catalogue.index.site(named: EncodedBytes(source)) : nil
        #expect(named?.kind == text.namedSite?.kind, "\(landing)")
    }

    @Test("bytes that are no UTF-8 are decided on as the text made from them", arguments: 1...10)
    func rawBytes(seed: Int) {
        var random = SeededGenerator(seed: UInt64(seed))
        var landings = RandomLandings(seed: seed, real: Self.real)
        for _ in 0..<100 {
            let landing = landings.next()
            let url = damaged(landing.url, &random)
            let referrer = damaged(landing.referrer ?? "", &random)
            let userAgent = damaged(landing.userAgent ?? "", &random)
            let repaired = Landing(
                url: String(decoding: url, as: UTF8.self), referrer: String(decoding: referrer, as: UTF8.self),
                userAgent: String(decoding: userAgent, as: UTF8.self))
            for rules in [RuleBook.classic, .extended] {
                let classifier = Classifier(rules)
                let raw = classifier.decide(
                    url: url.span, referrer: referrer.span, userAgent: userAgent.span, ownDomains: own)
                let decision = classifier.decide(repaired, ownDomains: own)
                #expect(raw.rule == decision.rule && raw.source == decision.source, "\(repaired)")
            }
        }
    }

    /// The text with a few bytes that are no UTF-8, short enough for no limit to cut it, repaired or not.
    private func damaged(_ text: String, _ random: inout SeededGenerator) -> [UInt8] {
        var bytes = Array(text.utf8.prefix(600))
        for _ in 0..<Int.random(in: 0...4, using: &random) {
            bytes.insert(
                UInt8.random(in: 0x80...0xFF, using: &random), at: Int.random(in: 0...bytes.count, using: &random))
        }
        return bytes
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
