import Testing

@testable import Attribution

@Suite("Why each rule did not apply")
struct RuleStepTests {
    private static let ownDomains = OwnDomains(["shop.example"])

    private static func explanation(
        _ query: String, from referrer: String? = nil, _ userAgent: String? = nil, by book: RuleBook = .classic
    ) -> Explanation {
        let landing = Landing(
            url: "https://www.clinic.example/page" + query, referrer: referrer, userAgent: userAgent)
        return Classifier(book).explain(landing, ownDomains: ownDomains)
    }

    @Test("is said of every rule of both sets", arguments: RuleSet.allCases)
    func everyRule(ruleSet: RuleSet) {
        let landing = Landing(url: "https://clinic.example/")
        let catalogue = ReferrerCatalogue.standard
        let arrival = Arrival(landing, ownDomains: Self.ownDomains, catalogue: catalogue)
        let miss = RuleMiss(landing: landing, arrival: arrival, ruleSet: ruleSet)
        for rule in ruleSet.ordered { #expect(!miss.reason(rule).isEmpty, "\(rule)") }
    }

    @Test(
        "names the value that was seen",
        arguments: [
            ("1", "", nil, "there is no utm_source"),
            ("1", "?utm_source=", nil, "utm_source is there but empty"),
            ("1", "?UTM_Source=adwords", nil, "“UTM_Source” is not utm_source, as capital letters count in a key"),
            ("1", "?utm_source=bing", nil, "utm_source is “bing”, which does not contain “adwords”"),
            (
                "1", "?utm_source=AdWords", nil,
                "utm_source is “AdWords”, which does not contain “adwords” (capital letters count in the classic rules)"
            ),
            ("2", "", nil, "none of gclid, gbraid, wbraid, msclkid is there"),
            ("2", "?gclid=&gclid=x", nil, "gclid is there but empty, and none of gbraid, wbraid, msclkid is there"),
            (
                "2", "?GCLID=x", nil,
                "“GCLID” is not gclid, as capital letters count in a key, and none of gbraid, wbraid, msclkid is there"
            ),
            ("3", "", "https://www.google.com/", "none of utm_source, utm_medium, utm_campaign is there"),
            ("3", "?utm_source=x", nil, "the link is tagged (utm_source “x”), but there is no referrer"),
            (
                "3", "?utm_medium=x", "https://mail.google.com/",
                "the link is tagged (utm_medium “x”), but mail.google.com is not Google search"
            ),
            (
                "4", "?utm_source=FB_AD", nil,
                "utm_source is “FB_AD”, which contains none of fb_ad, linkedin_ad, twitter_ad, reddit_ad (capital "
                    + "letters count in the classic rules); and ctwa_clid is not there"
            ),
            ("4", "?ctwa_clid=", nil, "there is no utm_source; and ctwa_clid is there but empty"),
            ("5", "", nil, "there is no referrer"),
            ("5", "", "about:blank", "the referrer is no web address"),
            ("5", "", "https://book.shop.example/", "the referrer book.shop.example is one of the account's own pages"),
            ("5", "", "https://www.google.com/", "www.google.com is a search engine, no social or video site"),
            ("5", "", "https://blog.example.org/", "blog.example.org is no known social or video site"),
            ("6", "", "https://mail.google.com/", "mail.google.com is an e-mail service, no search engine"),
            ("6", "", "https://blog.example.org/", "blog.example.org is no known search engine"),
            ("7", "", nil, "there is no referrer"),
            ("8", "?utm_term=%00", nil, "the landing is tagged (utm_term “\u{FFFD}”)"),
        ] as [(String, String, String?, String)])
    func classic(number: String, query: String, referrer: String?, reason: String) throws {
        let step = try #require(
            Self.explanation(query, from: referrer).steps.first { $0.rule.number == number })
        #expect(!step.applies)
        #expect(step.reason == reason)
    }

    @Test(
        "knows the rules that only the extended set has",
        arguments: [
            ("1", "?UTM_SOURCE=Bing", nil, nil, "utm_source is “Bing”, which does not contain “adwords”"),
            ("2", "", nil, nil, "none of gclid, gbraid, wbraid, msclkid, yclid is there"),
            ("4a", "", nil, nil, "there is no utm_medium"),
            ("4a", "?utm_medium=email", nil, nil, "utm_medium is “email”, which does not say paid"),
            (
                "4a", "?utm_medium=cpc&utm_source=partner", "https://blog.example.org/", nil,
                "utm_medium “cpc” says paid, but utm_source “partner” names no social or video site, and "
                    + "blog.example.org is none either"
            ),
            (
                "4a", "?utm_medium=cpc", nil, nil,
                "utm_medium “cpc” says paid, but there is no utm_source, and there is no referrer"
            ),
            ("5a", "", "https://blog.example.org/", nil, "there is a referrer (blog.example.org)"),
            (
                "5a", "", nil, nil, "none of fbclid, igshid, igsh is there, and no user agent is known"
            ),
            (
                "5a", "?fbclid=", nil, "Mozilla/5.0",
                "fbclid is there but empty, and none of igshid, igsh is there, and the user agent is not that of a "
                    + "social app"
            ),
            ("5b", "", nil, nil, "there is no utm_source"),
            ("5b", "?utm_source=sms", nil, nil, "utm_source is “sms”, which names no social or video site"),
            (
                "5b", "?utm_source=ig&utm_medium=email", nil, nil,
                "utm_source “ig” names Instagram, but utm_medium is “email”, not social, organic-social, social-media "
                    + "or sm"
            ),
            (
                "6a", "?utm_source=bing&utm_medium=email", nil, nil,
                "utm_source “bing” names Bing, but utm_medium is “email”, not organic"
            ),
        ] as [(String, String, String?, String?, String)])
    func extended(
        number: String, query: String, referrer: String?, userAgent: String?, reason: String
    ) throws {
        let steps = Self.explanation(query, from: referrer, userAgent, by: .extended).steps
        let step = try #require(steps.first { $0.rule.number == number })
        #expect(!step.applies)
        #expect(step.reason == reason)
    }

    @Test(
        "is another for each of the two rules that share a number",
        arguments: [
            (
                "?utm_medium=cpc&utm_source=partner", nil,
                [
                    "utm_medium “cpc” says paid, but utm_source “partner” names no social or video site, and there is no "
                        + "referrer",
                    "utm_medium “cpc” says paid, but utm_source “partner” names no search engine, and there is no referrer",
                ]
            ),
            (
                "?utm_medium=cpc", "https://blog.example.org/",
                [
                    "utm_medium “cpc” says paid, but there is no utm_source, and blog.example.org is no known social or "
                        + "video site",
                    "utm_medium “cpc” says paid, but there is no utm_source, and blog.example.org is no known search engine",
                ]
            ),
            (
                "?utm_medium=cpc&utm_source=", nil,
                [
                    "utm_medium “cpc” says paid: utm_source is there but empty, and there is no referrer",
                    "utm_medium “cpc” says paid: utm_source is there but empty, and there is no referrer",
                ]
            ),
        ] as [(String, String?, [String])])
    func sharedNumber(query: String, referrer: String?, reasons: [String]) {
        let steps = Self.explanation(query, from: referrer, by: .extended).steps
        #expect(steps.filter { $0.rule.number == "4a" }.map(\.reason) == reasons)
    }

    @Test("says what kind of site a paid medium stands beside instead")
    func otherKind() {
        let steps = Self.explanation("?utm_medium=cpc&utm_source=bing", by: .extended).steps
        #expect(
            steps.suffix(2).map(\.sentence) == [
                "Rule 4a, Paid medium on a social or video site: utm_medium “cpc” says paid, but utm_source “bing” names "
                    + "Bing, a search engine.",
                "Rule 4a, Paid medium on a search engine: utm_medium “cpc” says that the click was paid for, and "
                    + "utm_source “bing” names Bing, a search engine.",
            ])
    }

    @Test("goes up to the rule that applies, and ends with it", arguments: RuleSet.allCases)
    func order(ruleSet: RuleSet) {
        for query in ["", "?gclid=x", "?utm_source=sms", "?utm_source=fb_ad", "?utm_source=yelp&utm_medium=cpc"] {
            let explanation = Self.explanation(query, by: RuleBook(ruleSet))
            #expect(explanation.steps.map(\.rule).elementsEqual(ruleSet.rules.prefix(explanation.steps.count)))
            #expect(explanation.steps.last?.rule == explanation.verdict.rule)
            #expect(explanation.steps.map(\.applies).firstIndex(of: true) == explanation.steps.count - 1)
        }
    }

    @Test("is a sentence behind the rule's name")
    func sentence() {
        let steps = Self.explanation("?gclid=x").steps
        #expect(
            steps.map(\.sentence) == [
                "Rule 1, Google Ads tag: there is no utm_source.",
                "Rule 2, Click ID of a search ad: the landing carried a Google click ID (gclid).",
            ])
    }

    @Test("stands for the account's own rules at their places")
    func ownRules() {
        let book = RuleBook(
            .classic,
            ownRules: [
                OwnRule(
                    name: "Podcast", after: "1",
                    conditions: [OwnCondition(.parameter("utm_source"), .equals, "podcast")], source: .referral),
                OwnRule(
                    name: "Partners",
                    conditions: [OwnCondition(.referrerHost, .endsWith, "partner.example")], source: .referral),
                OwnRule(
                    name: "Radio", after: "1",
                    conditions: [
                        OwnCondition(.parameter("utm_source"), .contains, "radio"),
                        OwnCondition(.parameter("utm_medium"), .present),
                    ], source: .others, subLabel: "Radio"),
            ])
        let steps = Self.explanation("?utm_source=radio-7&utm_medium=spot", by: book).steps
        #expect(steps.map(\.rule.number) == ["own 2", "1", "own 1", "own 3"])
        #expect(
            steps.map(\.sentence) == [
                "Your rule “Partners”: the referrer's host is absent.",
                "Rule 1, Google Ads tag: utm_source is “radio-7”, which does not contain “adwords”.",
                "Your rule “Podcast”: utm_source is “radio-7”, which is not “podcast”.",
                "Your rule “Radio”: utm_source is “radio-7”, which contains “radio”, and utm_medium is “spot”.",
            ])
    }
}
