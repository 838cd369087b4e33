import Testing

@testable import Attribution

@Suite("The cost of own rules")
struct OwnRulesCostTests {
    /// Texts and what is sought in them, chosen to make searches go back.
    private static let nastiest = [
        ("a", "aaaaaaaaaaaaaaaaaaaaaaaab"), ("a", "baaaaaaaaaaaaaaaaaaaaaaaa"), ("ab", "abababababababababac"),
        ("aaaaaaaab", "aaaaaaaaaaaaaaaab"), ("abaabaaab", "abaabaabaabaaab"), ("ü", "üüüüüüüüüüüüüüü!"),
    ]

    private static let patterns = [
        "*a*a*a*a*b", "*a*a*a*a*a*a*a*a*a*a*a*a*a*a*a*a*c", "*????????????????????b", "*?*?*?*?*?*?b", "?*a?*a?*a?*b",
        "*a?a?a?a?a?a?a?a?b*c", "********b?", "*aaaaaaaaaaaaaaaaaaaaaaaa?b*",
    ]

    @Test("of `contains` is two steps a byte at most, however alike the texts are", arguments: nastiest)
    func contains(piece: String, wanted: String) {
        let search = LiteralSearch(Array(wanted.utf8))
        for size in [8_192, 81_920] {
            let text = CountedText(String(repeating: piece, count: size / piece.utf8.count))
            #expect(!search.isFound(in: text))
            #expect(text.reads <= 2 * text.count)
        }
    }

    @Test("of `matches` is one reading of the text, whatever the pattern", arguments: patterns)
    func matches(pattern: String) {
        let glob = Glob(Array(pattern.utf8))
        // The work on each byte is a step for each of these, which depend on the pattern alone.
        #expect(glob.wordCount == 1)
        for size in [8_192, 81_920] {
            let text = CountedText(String(repeating: "a", count: size))
            #expect(!glob.matches(text))
            #expect(text.reads <= size)
        }
    }

    @Test("grows with the pattern by a word for 64 bytes")
    func words() {
        let longest = String(repeating: "?a*", count: OwnCondition.valueLimit / 3)
        #expect(Glob(Array(longest.utf8)).wordCount == 6)
    }

    @Test("stays bounded for 500 of the nastiest rules on the longest landing")
    func together() {
        let url = "/?a=" + String(repeating: "a", count: 8_188)
        let conditions = (0..<500).map { index in
            let pattern = Self.patterns[index % Self.patterns.count]
            return index.isMultiple(of: 2)
                ? OwnCondition(.parameter("a"), .matches, pattern)
                : OwnCondition(.parameter("A"), .contains, String(repeating: "a", count: 511) + "b")
        }
        let rules = CompiledOwnRules(conditions.map { OwnRule(name: "A", conditions: [$0], source: .others) })
        #expect(rules.subjects.count == 1)
        var subjects = OwnSubjects(Landing(url: url), referrer: nil, for: rules)
        #expect(rules.firstMatch(at: nil, in: &subjects) == nil)
    }
}
