import Foundation
import Testing

@testable import Attribution

@Suite("What is wrong with the tags of a landing")
struct TaggingFindingsTests {
    private static let ownDomains = OwnDomains(["shop.example"])

    private func findings(
        _ query: String, from referrer: String? = nil, under ruleSet: RuleSet = .classic, _ ownRules: [OwnRule] = []
    ) -> [Note] {
        let landing = Landing(url: "https://www.clinic.example/" + query, referrer: referrer)
        return TaggingFindings.findings(
            on: landing, ownDomains: Self.ownDomains, by: Classifier(RuleBook(ruleSet, ownRules: ownRules)))
    }

    @Test(
        "names the parameter as it stood, what it held, and what was meant",
        arguments: [
            ("?utm_souce=a", .misspeltParameter, "utm_souce", "a", "utm_source"),
            ("?amp;utm_source=a%20b", .misspeltParameter, "amp;utm_source", "a b", "utm_source"),
            ("?GCLID=a", .misspeltParameter, "GCLID", "a", "gclid"),
            ("?utm_source=AdWords", .capitalLetters, "utm_source", "AdWords", "adwords"),
            ("?utm_source=Facebook", .deprecatedValue, "utm_source", "Facebook", "fb_ad"),
            ("?utm_source=googleads", .misspeltValue, "utm_source", "googleads", "adwords"),
            ("?twclid=a", .uncountedClickID, "twclid", "a", "twitter_ad"),
            ("?ttclid=a", .uncountedClickID, "ttclid", "a", nil),
            ("?utm_source=google&utm_medium=cpc", .paidMedium, "utm_medium", "cpc", "adwords"),
            ("?utm_source=bing&utm_medium=cpc", .paidMedium, "utm_medium", "cpc", "msclkid"),
            ("?utm_source=partner&utm_medium=cpc", .paidMedium, "utm_medium", "cpc", nil),
            ("?utm_medium=print", .unknownTag, "utm_medium", "print", nil),
            ("?utm_campaign=x-{campaignname}", .unfilledPlaceholder, "utm_campaign", "{campaignname}", nil),
            ("#/?utm_souce=a", .misspeltParameter, "utm_souce", "a", "utm_source"),
        ] as [(String, Note.Code, String, String, String?)])
    func parts(query: String, code: Note.Code, parameter: String, value: String, suggestion: String?) throws {
        let note = try #require(findings(query).first { $0.code == code })
        #expect(note.parameter == parameter)
        #expect(note.value == value)
        #expect(note.suggestion == suggestion)
    }

    @Test("are the notes of the verdict, but for what is no matter of tags", arguments: RuleSet.allCases)
    func sameAsVerdict(ruleSet: RuleSet) {
        let queries = ["", "?", "?utm_souce=a", "?utm_source=AdWords", "?gclid={gclid}", "#?utm_medium=cpc&ttclid=1"]
        for query in queries {
            let landing = Landing(url: "https://clinic.example/" + query, referrer: "https://shop.example/")
            let classifier = Classifier(RuleBook(ruleSet))
            let notes = classifier.classify(landing, ownDomains: Self.ownDomains).notes
            #expect(notes.first?.code == .selfReferral)
            #expect(notes.first?.value == "shop.example")
            let findings = TaggingFindings.findings(on: landing, ownDomains: Self.ownDomains, by: classifier)
            #expect(findings == Array(notes.dropFirst()))
        }
    }

    @Test(
        "find nothing where the tags are as they should be",
        arguments: [
            "", "?", "?page=2", "?utm_source=adwords&utm_medium=cpc&gclid=a", "?utm_source=fb_ad&utm_campaign=May",
            "#top", "?fbclid=x", "?ref=utm_source",
        ])
    func nothing(query: String) {
        #expect(findings(query) == [])
    }

    @Test(
        "guess which ad tag a value was meant to be",
        arguments: [
            ("adword", "adwords"), ("ad_words", "adwords"), ("Google-Ads", "adwords"), ("fb-ad", "fb_ad"),
            ("facebook_ads", "fb_ad"), ("Meta Ads", "fb_ad"),
            ("linkedin-ads", "linkedin_ad"), ("twiter_ad", "twitter_ad"),
            ("tiktok_ads", nil), ("keywords", nil), ("newsletter", nil), ("fb", nil), ("google", nil), ("reddit", nil),
        ] as [(String, String?)])
    func values(value: String, meant: String?) {
        let escaped = value.replacingOccurrences(of: " ", with: "%20")
        let found = findings("?utm_source=\(escaped)").filter { $0.code == .misspeltValue }
        #expect(found.map(\.suggestion) == (meant == nil ? [] : [meant]))
    }

    @Test("say nothing of advice that an account's own rule has overruled")
    func ownRule() {
        let rule = OwnRule(
            name: "Page", conditions: [OwnCondition(.parameter("utm_source"), .equals, "facebook")],
            source: .socialMedia)
        let query = "?utm_source=facebook&utm_medium=cpc&utm_campain={x}&ttclid=1"
        #expect(findings(query, under: .classic, [rule]).map(\.code) == [.misspeltParameter])
    }

    @Test("keep what a stranger wrote short")
    func short() {
        let long = String(repeating: "x", count: 3_000)
        let notes = findings("?utm_source=AdWords\(long)&utm_sourc=%00\(long)&dclid=x")
        #expect(notes.count >= 2)
        #expect(notes.allSatisfy { ($0.value ?? "").count <= 80 && !$0.text.contains("\0") && $0.text.count < 400 })
    }

    @Test("are read back from verdicts that were stored before notes had parts")
    func stored() throws {
        let json = #"{"code":"misspelt_parameter","text":"The parameter utm_souce is unknown."}"#
        let note = try JSONDecoder().decode(Note.self, from: Data(json.utf8))
        #expect(note == Note(code: .misspeltParameter, text: "The parameter utm_souce is unknown."))
        let known = findings("?utm_souce=a")
        #expect(try JSONDecoder().decode([Note].self, from: JSONEncoder().encode(known)) == known)
    }
}
