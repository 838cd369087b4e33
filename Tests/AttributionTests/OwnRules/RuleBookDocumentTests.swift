import Foundation
import Testing

@testable import Attribution

@Suite("The document of a rule book")
struct RuleBookDocumentTests {
    private static let book = RuleBook(
        .extended,
        ownRules: [
            OwnRule(
                name: "Podcast “Häuser”", after: "4",
                conditions: [
                    OwnCondition(.parameter("utm_source"), .equals, "podcast"),
                    OwnCondition(.referrerHost, .matches, "*.spotify.com", isNegated: true),
                ],
                source: .referral, subLabel: "Podcasts"),
            OwnRule(
                name: "Partner \"A\\B\"",
                conditions: [
                    OwnCondition(.parameter("ref"), .present), OwnCondition(.landingHost, .endsWith, ".example"),
                    OwnCondition(.landingPath, .startsWith, "/a/b"),
                    OwnCondition(.userAgent, .contains, "tab\tline\nnul\0"),
                ],
                source: .paidSocial),
        ])

    @Test("is written in one fixed form, a condition on a line")
    func writing() {
        #expect(
            RuleBookDocument(Self.book).json == #"""
                {
                  "version": 1,
                  "ruleSet": "extended",
                  "rules": [
                    {
                      "name": "Podcast “Häuser”",
                      "after": "4",
                      "when": [
                        {"parameter": "utm_source", "is": "equals", "value": "podcast"},
                        {"referrerHost": true, "is": "matches", "value": "*.spotify.com", "not": true}
                      ],
                      "source": "referral",
                      "subLabel": "Podcasts"
                    },
                    {
                      "name": "Partner \"A\\B\"",
                      "when": [
                        {"parameter": "ref", "is": "present"},
                        {"landingHost": true, "is": "ends_with", "value": ".example"},
                        {"landingPath": true, "is": "starts_with", "value": "/a/b"},
                        {"userAgent": true, "is": "contains", "value": "tab\tline\nnul\u0000"}
                      ],
                      "source": "paid_social"
                    }
                  ]
                }

                """#)
        let empty = ["{", "  \"version\": 1,", "  \"ruleSet\": \"classic\",", "  \"rules\": []", "}", ""]
        #expect(RuleBookDocument(.classic).json == empty.joined(separator: "\n"))
    }

    @Test("is exported after an import as it was exported before", arguments: [book, .classic, .extended])
    func roundTrip(book: RuleBook) throws {
        let exported = RuleBookDocument(book).json
        let imported = try RuleBookDocument.read(exported.utf8).get()
        #expect(imported.book() == book)
        #expect(imported.json == exported)
        #expect(imported.book(revision: 7).revision == 7)
    }

    @Test("is the same for other JSON readers and writers")
    func codable() throws {
        let document = RuleBookDocument(Self.book)
        #expect(try JSONDecoder().decode(RuleBookDocument.self, from: Data(document.json.utf8)) == document)
        let written = try JSONEncoder().encode(document)
        #expect(try RuleBookDocument.read(written).get() == document)
        #expect(try JSONDecoder().decode(RuleBookDocument.self, from: written) == document)
    }

    @Test("is refused by other JSON readers with all its problems")
    func decodingProblems() {
        #expect(throws: RuleBookProblems.self) {
            try JSONDecoder().decode(RuleBookDocument.self, from: Data(#"{"rules":[1]}"#.utf8))
        }
    }

    @Test(
        "takes what people write: any spelling of a source, null for nothing, keys in any order",
        arguments: [
            (#""source":"Social Media""#, Source.socialMedia), (#""source":"direct TRAFFIC""#, .direct),
            (#""source":"crm_ui","after":null,"subLabel":null"#, .crmUI),
        ])
    func leniency(member: String, source: Source) throws {
        let json = """
            \u{FEFF}{"rules":[{\(member),"when":[{"value":"x","not":null,"is":"equals","userAgent":true}],"name":"A"}],
             "ruleSet":"classic","version":1.0}
            """
        let rule = OwnRule(name: "A", conditions: [OwnCondition(.userAgent, .equals, "x")], source: source)
        #expect(try RuleBookDocument.read(json.utf8).get().rules == [rule])
    }

    @Test("keeps books of thousands of rules")
    func manyRules() throws {
        let rule = OwnRule(name: "A", conditions: [OwnCondition(.userAgent, .equals, "x")], source: .others)
        let book = RuleBook(.classic, ownRules: Array(repeating: rule, count: 5_000))
        #expect(try RuleBookDocument.read(RuleBookDocument(book).json.utf8).get().book() == book)
    }

    @Test("keeps every text that a rule may hold", arguments: 1...20)
    func anyText(seed: Int) throws {
        var random = SeededGenerator(seed: UInt64(seed))
        for _ in 0..<50 {
            let condition = OwnCondition(
                .parameter(key(&random)), .matches, "v" + text(&random), isNegated: Bool.random(using: &random))
            let rule = OwnRule(
                name: "n" + text(&random).filter { !$0.isNewline && !$0.unicodeScalars.contains { $0.value < 160 } },
                conditions: [condition], source: .others)
            let book = RuleBook(.classic, ownRules: [rule])
            let exported = RuleBookDocument(book).json
            let imported = try RuleBookDocument.read(exported.utf8).get()
            #expect(imported.rules.map(\.conditions.first?.value.utf8.count) == [condition.value.utf8.count])
            #expect(imported.book() == book && imported.json == exported)
        }
    }

    /// A parameter's name: without what would part it from others.
    private func key(_ random: inout SeededGenerator) -> String {
        let scalars = text(&random).unicodeScalars.filter {
            !"=&?#".unicodeScalars.contains($0) && !$0.properties.isWhitespace
        }
        return "k" + String(String.UnicodeScalarView(scalars))
    }

    private func text(_ random: inout SeededGenerator) -> String {
        let count = Int.random(in: 0...20, using: &random)
        let limit: UInt32 = Bool.random(using: &random) ? 0x80 : 0x11_0000
        let scalars = (0..<count).compactMap { _ in Unicode.Scalar(UInt32.random(in: 0..<limit, using: &random)) }
        return String(String.UnicodeScalarView(scalars))
    }
}
