import Testing

@testable import Attribution

@Suite("A condition of an own rule")
struct OwnConditionTests {
    private func holds(_ condition: OwnCondition, _ landing: Landing, referrer: String? = nil) -> Bool {
        let rules = CompiledOwnRules([OwnRule(name: "A", conditions: [condition], source: .others)])
        var subjects = OwnSubjects(landing, referrer: referrer, for: rules)
        let holds = rules.firstMatch(at: nil, in: &subjects) == 0
        #expect(rules.trace(of: 0, in: &subjects).applies == holds)
        return holds
    }

    @Test(
        "compares the whole text, its beginning, its end or any part, A–Z in any case",
        arguments: [
            (.equals, "podcast", "Podcast", true), (.equals, "PODCAST", "podcast", true),
            (.equals, "pod", "podcast", false), (.equals, "podcasts", "podcast", false), (.equals, "Ä", "ä", false),
            (.contains, "OD", "podcast", true), (.contains, "podcast", "podcast", true),
            (.contains, "podcasts", "podcast", false), (.contains, "aab", "aaaab", true),
            (.contains, "abab", "abaabab", true), (.contains, "aba", "abba", false), (.contains, "ü", "grün", true),
            (.startsWith, "pod", "PODcast", true), (.startsWith, "cast", "podcast", false),
            (.startsWith, "podcasts", "podcast", false), (.endsWith, "CAST", "podcast", true),
            (.endsWith, "pod", "podcast", false), (.endsWith, "apodcast", "podcast", false),
            (.matches, "podcast", "Podcast", true), (.matches, "pod", "podcast", false),
            (.matches, "pod*", "podcast", true), (.matches, "*cast", "podcast", true),
            (.matches, "*dc*", "podcast", true),
            (.matches, "*", "podcast", true), (.matches, "**", "podcast", true), (.matches, "p*d*t", "podcast", true),
            (.matches, "p*t*d", "podcast", false), (.matches, "p?dcas?", "podcast", true),
            (.matches, "podcast?", "podcast", false), (.matches, "?podcast", "podcast", false),
            (.matches, "*?podcast", "podcast", false), (.matches, "???????", "podcast", true),
            (.matches, "????????", "podcast", false), (.matches, "*???????*", "podcast", true),
            (.matches, "*????????*", "podcast", false), (.matches, "*a*a*b", "aaaa", false),
            (.matches, "gr?n", "grün", true), (.matches, "gr??n", "grün", false), (.matches, "?*?", "ü", false),
            (.matches, "?", "👍", true), (.matches, "??", "👍🏽", true), (.matches, "*?n", "ün", true),
            (.matches, "[a-z]*", "podcast", false), (.matches, "a.c", "abc", false), (.matches, "*ü", "grü", true),
            (.present, "", "podcast", true),
        ] as [(OwnCondition.Operator, String, String, Bool)])
    func comparing(comparison: OwnCondition.Operator, value: String, text: String, isTrue: Bool) {
        let landing = Landing(url: "/", userAgent: text)
        #expect(holds(OwnCondition(.userAgent, comparison, value), landing) == isTrue)
        #expect(holds(OwnCondition(.userAgent, comparison, value, isNegated: true), landing) == !isTrue)
    }

    @Test("holds for nothing that is absent, and negated for everything", arguments: OwnCondition.Operator.allCases)
    func absence(comparison: OwnCondition.Operator) {
        let subjects: [OwnCondition.Subject] = [
            .parameter("a"), .parameter("b"), .referrerHost, .landingHost, .landingPath, .userAgent,
        ]
        for subject in subjects {
            let landing = Landing(url: "?b=", userAgent: "")
            #expect(!holds(OwnCondition(subject, comparison, "*"), landing))
            #expect(holds(OwnCondition(subject, comparison, "*", isNegated: true), landing))
        }
    }

    @Test(
        "reads parameters decoded, the key in any case, the first value of a key alone",
        arguments: [
            ("?utm_source=a+b", "a b", true), ("?UTM_Source=A%20B", "a b", true), ("?utm_%73ource=a%2Bb", "a+b", true),
            ("?utm_source=x&utm_source=y", "x", true), ("?utm_source=x&utm_source=y", "y", false),
            ("?UTM_SOURCE=x&utm_source=y", "y", false), ("?utm_source=&utm_source=y", "y", false),
            ("?xutm_source=y", "y", false), ("#?utm_source=y", "y", true), ("?utm_source=%FF", "\u{FFFD}", true),
            ("?utm_source=gr%C3%BCn", "grün", true),
        ])
    func parameters(query: String, value: String, isTrue: Bool) {
        let landing = Landing(url: "https://clinic.example/" + query)
        #expect(holds(OwnCondition(.parameter("Utm_Source"), .equals, value), landing) == isTrue)
    }

    @Test(
        "reads the landing's host and its path as it stands in the URL",
        arguments: [
            ("https://WWW.Clinic.Example:8443/A%20b/?x=/y#/z", "www.clinic.example", "/A%20b/"),
            ("https://clinic.example", "clinic.example", "/"),
            ("https://clinic.example?a=/b", "clinic.example", "/"),
            ("https://user:pa@clinic.example./x", "clinic.example", "/x"), ("/only/path?x", nil, "/only/path"),
            ("mailto:a@clinic.example", nil, nil), ("clinic.example/x", nil, nil), ("", nil, nil),
        ] as [(String, String?, String?)])
    func landings(url: String, host: String?, path: String?) {
        let landing = Landing(url: url)
        #expect(landing.path == path)
        for (subject, text) in [(OwnCondition.Subject.landingHost, host), (.landingPath, path)] {
            #expect(holds(OwnCondition(subject, .present), landing) == (text != nil))
            #expect(text.map { holds(OwnCondition(subject, .equals, $0), landing) } != false)
        }
    }

    @Test("reads the referring host that was decided on, not the referrer that was claimed")
    func referrer() {
        let landing = Landing(url: "/", referrer: "https://claimed.example/")
        let condition = OwnCondition(.referrerHost, .matches, "*.spotify.com")
        #expect(holds(condition, landing, referrer: "open.spotify.com"))
        #expect(!holds(condition, landing, referrer: "claimed.example"))
        #expect(!holds(OwnCondition(.referrerHost, .present), landing))
    }

    @Test("reads 2,048 bytes of a user agent, and 8,192 of a URL")
    func limits() {
        let agent = String(repeating: "x", count: 2_047) + "üEND"
        #expect(holds(OwnCondition(.userAgent, .endsWith, "x"), Landing(url: "/", userAgent: agent)))
        let url = "/?a=" + String(repeating: "x", count: 8_188) + "END"
        #expect(holds(OwnCondition(.parameter("a"), .endsWith, "x"), Landing(url: url)))
    }

    @Test(
        "is put into words",
        arguments: [
            (OwnCondition(.parameter("utm_source"), .contains, "podcast"), "utm_source contains “podcast”"),
            (
                OwnCondition(.referrerHost, .matches, "*.spotify.com", isNegated: true),
                "the referrer's host does not match “*.spotify.com”"
            ),
            (OwnCondition(.landingHost, .equals, "a.example"), "the landing's host is “a.example”"),
            (OwnCondition(.landingPath, .startsWith, "/a"), "the landing's path starts with “/a”"),
            (OwnCondition(.userAgent, .endsWith, "x", isNegated: true), "the user agent does not end with “x”"),
            (OwnCondition(.parameter("ref"), .present), "ref is present"),
            (OwnCondition(.parameter("ref"), .present, isNegated: true), "ref is absent"),
        ])
    func words(condition: OwnCondition, sentence: String) {
        #expect(condition.sentence == sentence)
    }
}
