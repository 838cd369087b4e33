import Testing

@testable import Attribution

@Suite("The problems of a rule book")
struct RuleBookProblemTests {
    private static let sources = Source.allCases.map(\.rawValue).joined(separator: ", ")
    private static let plainRule = #""name":"A","source":"direct""#
    private static let plainWhen = #""when":[{"userAgent":true,"is":"present"}]"#

    private func problems(_ json: String) -> [String] {
        switch RuleBookDocument.read(json.utf8) {
        case .success: []
        case .failure(let problems): problems.list.map(\.description)
        }
    }

    @Test(
        "name the key of the book",
        arguments: [
            ("[]", ["document: must be an object"]),
            ("1", ["document: must be an object"]),
            (
                "{}",
                [
                    "version: must be 1", "ruleSet: is missing; it must be one of classic, extended",
                    "rules: is missing; it may be an empty list",
                ]
            ),
            (
                #"{"version":2,"ruleSet":"Classic","rules":{},"rule":[]}"#,
                [
                    "document: knows no key “rule”; it has version, ruleSet, rules", "version: must be 1",
                    "ruleSet: must be one of classic, extended, not “Classic”", "rules: must be a list",
                ]
            ),
            (
                #"{"version":"1","ruleSet":1,"rules":[true]}"#,
                ["version: must be 1", "ruleSet: must be a text", "rules[0]: must be an object"]
            ),
        ] as [(String, [String])])
    func book(json: String, expected: [String]) {
        #expect(problems(json) == expected)
    }

    @Test(
        "name the key of the rule",
        arguments: [
            (
                "{}",
                [
                    "rules[1].source: is missing; it must be one of \(sources)", "rules[1].name: must not be empty",
                    "rules[1].when: needs at least one condition",
                ]
            ),
            (
                #"{"name":1,"source":2,"after":3,"when":4,"subLabel":5}"#,
                [
                    "rules[1].source: must be a text", "rules[1].when: must be a list", "rules[1].name: must be a text",
                    "rules[1].after: must be a text", "rules[1].subLabel: must be a text",
                ]
            ),
            (
                #"{"name":" ","source":"Google","subLabel":"","When":[],\#(plainWhen)}"#,
                [
                    "rules[1]: knows no key “When”; it has name, after, when, source, subLabel",
                    "rules[1].source: must be one of \(sources), not “Google”",
                    "rules[1].name: must not be empty", "rules[1].subLabel: must not be empty",
                ]
            ),
            (
                #"{\#(plainRule),"after":"99",\#(plainWhen)}"#,
                ["rules[1].after: the classic rules have no number “99”; they have 1, 2, 3, 4, 5, 6, 7, 8"]
            ),
            (
                #"{\#(plainRule),"after":"9",\#(plainWhen)}"#,
                ["rules[1].after: rule 9 takes everything that is left over; nothing comes after it"]
            ),
            (
                #"{"name":"a\nb","source":"direct",\#(plainWhen)}"#,
                ["rules[1].name: must be one line without control characters"]
            ),
        ] as [(String, [String])])
    func rule(json: String, expected: [String]) {
        let good = #"{\#(Self.plainRule),"after":"8",\#(Self.plainWhen)}"#
        #expect(problems(#"{"version":1,"ruleSet":"classic","rules":[\#(good),\#(json)]}"#) == expected)
    }

    @Test(
        "tell of a condition that no visit can fulfil what to write instead",
        arguments: [
            (
                .init(.parameter("utm_source=podcast"), .equals, "podcast"),
                "must be a parameter’s name alone, without “=”: write “utm_source”, and what it is compared with as the value"
            ),
            (.init(.parameter("?ref"), .present), "must be a parameter’s name alone, without “?”: write “ref”"),
            (
                .init(.parameter("utm source"), .present),
                "must be a parameter’s name alone, without white space"
            ),
            (.init(.parameter(" ref"), .present), "must be a parameter’s name alone, without white space: write “ref”"),
            (.init(.parameter("#"), .present), "must be a parameter’s name alone, without “#”"),
            (
                .init(.referrerHost, .equals, "https://open.spotify.com/"),
                "must be a host’s name alone, without “:”: write “open.spotify.com”"
            ),
            (
                .init(.referrerHost, .contains, "spotify.com/show"),
                "must be a host’s name alone, without “/”: write “spotify.com”"
            ),
            (
                .init(.landingHost, .endsWith, "clinic.example:8080"),
                "must be a host’s name alone, without “:”: write “clinic.example”"
            ),
            (
                .init(.landingHost, .startsWith, "www. "),
                "must be a host’s name alone, without white space: write “www.”"
            ),
            (
                .init(.landingPath, .startsWith, "qr/"),
                "must begin with a slash, as every path does: write “/qr/”"
            ),
            (
                .init(.landingPath, .equals, "https://clinic.example/offer?x=1", isNegated: true),
                "must begin with a slash, as every path does: write “/offer”"
            ),
            (.init(.landingPath, .contains, "qr/"), nil), (.init(.landingPath, .matches, "*/qr"), nil),
            (.init(.landingHost, .equals, "[2001:db8::1]"), nil), (.init(.referrerHost, .matches, "*:*"), nil),
            (.init(.parameter("utm_campaign"), .equals, "a=b & c/d"), nil), (.init(.userAgent, .contains, "A/1"), nil),
        ] as [(OwnCondition, String?)])
    func neverHolding(condition: OwnCondition, expected: String?) {
        let rule = OwnRule(name: "A", conditions: [condition], source: .others)
        let problems = RuleBook(.classic, ownRules: [rule]).problems
        #expect(problems.map(\.text) == [expected].compactMap { $0 })
    }

    @Test(
        "name the key of the condition",
        arguments: [
            ("[]", ["rules[0].when[1]: must be an object"]),
            (
                "{}",
                [
                    "rules[0].when[1]: must look at exactly one of parameter, referrerHost, landingHost, landingPath, "
                        + "userAgent",
                    "rules[0].when[1].is: is missing; it must be one of equals, contains, starts_with, ends_with, "
                        + "matches, present",
                ]
            ),
            (
                #"{"userAgent":true,"landingPath":true,"is":"equals","value":"x"}"#,
                [
                    "rules[0].when[1]: must look at exactly one of parameter, referrerHost, landingHost, landingPath, "
                        + "userAgent"
                ]
            ),
            (
                #"{"userAgent":1,"is":"Equals","value":"x","not":"yes","valeu":1}"#,
                [
                    "rules[0].when[1]: knows no key “valeu”; it has parameter, referrerHost, landingHost, landingPath, "
                        + "userAgent, is, value, not",
                    "rules[0].when[1].userAgent: must be true or false",
                    "rules[0].when[1].not: must be true or false",
                    "rules[0].when[1].is: must be one of equals, contains, starts_with, ends_with, matches, present, "
                        + "not “Equals”",
                ]
            ),
            (#"{"landingHost":false,"is":"present"}"#, ["rules[0].when[1].landingHost: must be true"]),
            (#"{"parameter":true,"is":"present"}"#, ["rules[0].when[1].parameter: must be a text"]),
            (#"{"parameter":"","is":"present"}"#, ["rules[0].when[1].parameter: must not be empty"]),
            (#"{"parameter":"a","is":"equals"}"#, ["rules[0].when[1].value: must not be empty"]),
            (#"{"parameter":"a","is":"matches","value":""}"#, ["rules[0].when[1].value: must not be empty"]),
            (#"{"parameter":"a","is":"matches","value":7}"#, ["rules[0].when[1].value: must be a text"]),
            (
                #"{"parameter":"a","is":"present","value":"b"}"#,
                ["rules[0].when[1].value: must be left out: “present” compares with nothing"]
            ),
        ] as [(String, [String])])
    func condition(json: String, expected: [String]) {
        let when = #""when":[{"userAgent":true,"is":"present"},\#(json)]"#
        #expect(problems(#"{"version":1,"ruleSet":"classic","rules":[{\#(Self.plainRule),\#(when)}]}"#) == expected)
    }

    @Test("are the same for a book made in Swift, and limits are exact", arguments: [0, 1])
    func limits(excess: Int) {
        func text(_ count: Int) -> String { String(repeating: "ü", count: count + excess) }
        let rule = OwnRule(
            name: text(120), after: "4a", conditions: [OwnCondition(.parameter(text(100)), .contains, text(512))],
            source: .direct, subLabel: text(80))
        let book = RuleBook(.classic, ownRules: [rule])
        let lengths = [
            "rules[0].when[0].parameter: must not be longer than 100 characters",
            "rules[0].when[0].value: must not be longer than 512 characters",
        ]
        let expected =
            (excess == 0 ? [] : ["rules[0].name: must not be longer than 120 characters"])
            + ["rules[0].after: the classic rules have no number “4a”; they have 1, 2, 3, 4, 5, 6, 7, 8"]
            + (excess == 0 ? [] : ["rules[0].subLabel: must not be longer than 80 characters"] + lengths)
        #expect(book.problems.map(\.description) == expected)
        #expect(problems(RuleBookDocument(book).json) == expected)
    }

    @Test("say where a text is no JSON")
    func malformed() {
        #expect(problems("{\n  \"version\": 1,\n  \"rülé\" 1}") == ["line 3, column 10: a colon is expected"])
    }

    @Test("say that a document is too long, before it is read")
    func overlong() {
        let text = ["document: must not be longer than 1048576 bytes (1 MiB)"]
        #expect(problems(String(repeating: "[", count: 1 << 20 | 1)) == text)
        let rule = OwnRule(
            name: "A", conditions: [OwnCondition(.userAgent, .equals, String(repeating: "x", count: 512))],
            source: .others)
        #expect(RuleBook(.classic, ownRules: Array(repeating: rule, count: 2_000)).problems.map(\.description) == text)
        #expect(RuleBook(.classic, ownRules: Array(repeating: rule, count: 1_500)).problems.isEmpty)
    }

    @Test("are told up to a hundred, and that there are more")
    func many() {
        let rules = Array(repeating: "1", count: 500_000).joined(separator: ",")
        let found = problems(#"{"version":1,"ruleSet":"classic","rules":[\#(rules)]}"#)
        #expect(found.count == 101)
        #expect(found.first == "rules[0]: must be an object")
        #expect(found.last == "document: has more problems than these")
    }

    @Test("give the numbers of their rule and condition")
    func numbers() {
        let place = RuleBookPlace.condition(3, rule: 2, key: .value)
        #expect((place.rule, place.condition) == (2, 3))
        #expect((RuleBookPlace.rule(2, key: nil).rule, RuleBookPlace.book(key: .rules).rule) == (2, nil))
        #expect(
            sequence(first: place, next: \.parent).map(\.description) == [
                "rules[2].when[3].value", "rules[2].when[3]", "rules[2].when", "rules[2]", "rules", "document",
            ])
    }
}
