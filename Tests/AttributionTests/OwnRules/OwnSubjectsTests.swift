import Testing

@testable import Attribution

@Suite("What own rules look at")
struct OwnSubjectsTests {
    private static let keys = [
        "a", "A", "%61", "b", "utm", "UT%4D", "", "ab", "%zz", "%ZZ", "ä", "%C3%A4", "a\u{0}", "%FF",
    ]
    private static let values = ["", "", "x", "Y%20z", "%00", "ä", "%FF", "a=b"]
    private static let wanted = ["a", "B", "utm", "ab", "%zz", "ä", "zz", "a\u{0}"]

    @Test("is the first value under a key, in whatever case and however escaped", arguments: UInt64(0)..<20)
    func firstValue(seed: UInt64) {
        var random = SeededGenerator(seed: seed)
        let rules = Self.wanted.map {
            OwnRule(name: $0, conditions: [OwnCondition(.parameter($0), .present)], source: .direct)
        }
        let compiled = CompiledOwnRules(rules)
        for _ in 0..<200 {
            let pairs = (0..<Int.random(in: 0...8, using: &random)).map { _ in
                "\(Self.keys.randomElement(using: &random) ?? "")=\(Self.values.randomElement(using: &random) ?? "")"
            }
            let url = "https://a.example/?" + pairs.joined(separator: "&")
            var subjects = OwnSubjects(Landing(url: url), referrer: nil, for: compiled)
            for slot in Self.wanted.indices.shuffled(using: &random) {
                let first = QueryParameters(url: url).first { $0.key.equalsIgnoringCase(Self.wanted[slot]) }
                let expected = first.flatMap { $0.value.isEmpty ? nil : $0.value.text.asciiLowercasedBytes }
                #expect(subjects.bytes(at: slot) == expected, "\(url) \(Self.wanted[slot])")
            }
        }
    }
}
