import Testing

@testable import Attribution

@Suite("Own rules on random texts")
struct OwnRulesRandomTests {
    private func text(_ random: inout SeededGenerator, of scalars: [Unicode.Scalar], upTo count: Int) -> String {
        let drawn = (0..<Int.random(in: 0...count, using: &random)).compactMap { _ in
            scalars.randomElement(using: &random)
        }
        return String(String.UnicodeScalarView(drawn))
    }

    /// What a pattern means, written down as plainly as it can be.
    private func matches(_ pattern: ArraySlice<Unicode.Scalar>, _ text: ArraySlice<Unicode.Scalar>) -> Bool {
        guard let first = pattern.first else { return text.isEmpty }
        if first == "*" {
            return matches(pattern.dropFirst(), text) || (!text.isEmpty && matches(pattern, text.dropFirst()))
        }
        guard let next = text.first, first == "?" || first == next else { return false }
        return matches(pattern.dropFirst(), text.dropFirst())
    }

    @Test("match as patterns are defined", arguments: 1...40)
    func patterns(seed: Int) {
        var random = SeededGenerator(seed: UInt64(seed))
        for _ in 0..<500 {
            let pattern = text(&random, of: ["*", "?", "a", "b", "ü", "😀"], upTo: 8)
            let text = text(&random, of: ["a", "b", "ü", "ö", "😀", "🎉"], upTo: 8)
            let expected = matches(Array(pattern.unicodeScalars)[...], Array(text.unicodeScalars)[...])
            #expect(TextTest(.matches, pattern).holds(for: Array(text.utf8)) == expected, "\(pattern) \(text)")
            #expect(Glob(Array(pattern.utf8)).matches(text.utf8) == expected, "\(pattern) \(text)")
        }
    }

    @Test("match long patterns as they match short ones", arguments: 1...10)
    func longPatterns(seed: Int) {
        var random = SeededGenerator(seed: UInt64(seed))
        for _ in 0..<40 {
            let text = text(&random, of: ["a", "b", "ü"], upTo: 300) + "c"
            let pattern = text.map { character in
                let die = Int.random(in: 0..<20, using: &random)
                return die == 0 ? "?" : die == 1 ? "*" : String(character)
            }.joined()
            #expect(Glob(Array(pattern.utf8)).matches(text.utf8))
            #expect(!Glob(Array((pattern + "d").utf8)).matches(text.utf8))
        }
    }

    @Test("find texts where the plain search finds them", arguments: 1...40)
    func searches(seed: Int) {
        var random = SeededGenerator(seed: UInt64(seed))
        for _ in 0..<500 {
            let wanted = Array(text(&random, of: ["a", "b"], upTo: 6).utf8)
            let text = Array(text(&random, of: ["a", "b"], upTo: 24).utf8)
            let expected = text.indices.contains { text[$0...].starts(with: wanted) } || wanted.isEmpty
            #expect(LiteralSearch(wanted).isFound(in: text) == expected)
        }
    }

    @Test("never trap, always decide alike, and are explained as they decide", arguments: 1...40)
    func random(seed: Int) {
        var random = SeededGenerator(seed: UInt64(seed))
        for _ in 0..<25 {
            let rules = (0..<4).map { _ in rule(&random) }
            let compiled = CompiledOwnRules(rules)
            let landing = Landing(url: "https://a.example/?" + anything(&random), userAgent: anything(&random))
            var subjects = OwnSubjects(landing, referrer: anything(&random), for: compiled)
            let match = compiled.firstMatch(at: nil, in: &subjects)
            let traces = rules.indices.map { compiled.trace(of: $0, in: &subjects) }
            #expect(match == compiled.firstMatch(at: nil, in: &subjects))
            #expect(match == traces.firstIndex(where: \.applies))
            #expect(traces.flatMap(\.steps).allSatisfy { !$0.sentence.isEmpty && $0.seen != "" })
        }
    }

    private func rule(_ random: inout SeededGenerator) -> OwnRule {
        let conditions = (0..<Int.random(in: 0...2, using: &random)).map { _ in
            let subjects: [OwnCondition.Subject] = [
                .parameter("a"), .parameter(anything(&random)), .referrerHost, .landingHost, .landingPath, .userAgent,
            ]
            return OwnCondition(
                subjects.randomElement(using: &random) ?? .userAgent,
                OwnCondition.Operator.allCases.randomElement(using: &random) ?? .equals, anything(&random),
                isNegated: Bool.random(using: &random))
        }
        return OwnRule(name: "A", conditions: conditions, source: .others)
    }

    private func anything(_ random: inout SeededGenerator) -> String {
        if Bool.random(using: &random) { return text(&random, of: ["a", "=", "&", "*", "?", "%", "A", "#"], upTo: 12) }
        let count = Int.random(in: 0...60, using: &random)
        return String(decoding: (0..<count).map { _ in UInt8.random(in: 0...255, using: &random) }, as: UTF8.self)
    }
}
