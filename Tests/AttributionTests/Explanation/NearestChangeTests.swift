import Testing

@testable import Attribution

@Suite("The nearest change")
struct NearestChangeTests {
    private static let ownDomains = OwnDomains(["shop.example"])

    private static func changes(
        _ query: String, from referrer: String? = nil, _ userAgent: String? = nil, by book: RuleBook = .classic
    ) -> [NearestChange] {
        let landing = Landing(url: "https://www.clinic.example/" + query, referrer: referrer, userAgent: userAgent)
        return Classifier(book).explain(landing, ownDomains: ownDomains).changes
    }

    @Test(
        "is told in one sentence",
        arguments: [
            ("?utm_source=AdWords", nil, "`utm_source` was `AdWords`; `adwords` matches rule 1 and gives Paid Search."),
            (
                "?utm_souce=fb_ad", nil,
                "`utm_souce` is no parameter that counts; as `utm_source` it matches rule 4 and gives Paid Social."
            ),
            (
                "?GCLID=x", nil,
                "`GCLID` is no parameter that counts; as `gclid` it matches rule 2 and gives Paid Search."
            ),
            ("?utm_source=facebook", nil, "`utm_source` was `facebook`; `fb_ad` matches rule 4 and gives Paid Social."),
            ("?utm_source=fb-ad", nil, "`utm_source` was `fb-ad`; `fb_ad` matches rule 4 and gives Paid Social."),
            (
                "?utm_source=google&utm_medium=cpc", nil,
                "`utm_source` was `google`; `adwords` matches rule 1 and gives Paid Search."
            ),
            (
                "?utm_source=bing&utm_medium=cpc", nil,
                "With `msclkid`, which auto-tagging in Microsoft Advertising adds to the links of ads, it would be Paid "
                    + "Search (rule 2)."
            ),
            (
                "?twclid=x", nil,
                "If this was an ad on X: tagged `utm_source=twitter_ad` it would be Paid Social (rule 4)."
            ),
            ("?gclid=", nil, "`gclid` is there but empty; with a value it would be Paid Search (rule 2)."),
            (
                "?utm_source=gbp&utm_medium=organic", "https://www.google.com/",
                "Without `utm_source` and `utm_medium` it would be Organic Search (rule 6)."
            ),
            (
                "", "https://www.paypal.com/",
                "Without the referrer `www.paypal.com` it would be Direct Traffic (rule 8)."
            ),
            ("?gclid=x", "https://www.google.com/", "Without `gclid` it would be Organic Search (rule 6)."),
            (
                "?gclid=x&utm_source=adwords", nil,
                "Without `utm_source` and `gclid` it would be Direct Traffic (rule 8)."
            ),
            (
                "", "https://blog.example.org/",
                "Without the referrer `blog.example.org` it would be Direct Traffic (rule 8); if that site is yours, add "
                    + "it to the account's domains."
            ),
            (
                "", "https://www.bing.com/",
                "Without the referrer `www.bing.com` it would be Direct Traffic (rule 8)."
            ),
        ] as [(String, String?, String)])
    func sentence(query: String, referrer: String?, text: String) {
        #expect(Self.changes(query, from: referrer).first?.text == text)
    }

    @Test("may be the other rule set")
    func ruleSet() throws {
        let change = try #require(Self.changes("?ttclid=x").first)
        #expect(change.text == "Under the extended rules it would be Paid Social (rule 4).")
        #expect(change.from == "classic" && change.to == "extended" && change.parameter == nil)
        #expect(Self.changes("?ttclid=x", by: .extended).contains { $0.kind == .ruleSet && $0.source == .direct })
    }

    @Test("fills in a placeholder where what was meant would have counted")
    func placeholder() throws {
        let change = try #require(Self.changes("?utm_source={{site_source_name}}&utm_medium=cpc", by: .extended).first)
        #expect(
            change.text == "`utm_source` still holds `{{site_source_name}}`; filled in, for instance as `fb`, it would "
                + "be Paid Social (rule 4a).")
    }

    @Test("names the medium that the extended rules want beside a site")
    func medium() throws {
        let post = try #require(Self.changes("?utm_source=ig&utm_medium=bio", by: .extended).first)
        #expect(post.text == "`utm_medium` was `bio`; `social` matches rule 5b and gives Social Media.")
        let result = try #require(Self.changes("?utm_source=bing&utm_medium=web", by: .extended).first)
        #expect(result.text == "`utm_medium` was `web`; `organic` matches rule 6a and gives Organic Search.")
    }

    @Test("names the site that was meant, where the extended rules go by it")
    func misspeltSite() throws {
        let change = try #require(Self.changes("?utm_source=facebok&utm_medium=cpc", by: .extended).first)
        #expect(change.text == "`utm_source` was `facebok`; `facebook` matches rule 4a and gives Paid Social.")
    }

    @Test("does not guess whose ad it was that was clicked on another site")
    func otherSite() {
        let changes = Self.changes("?utm_source=yelp&utm_medium=cpc", from: "https://www.yelp.com/")
        #expect(changes.allSatisfy { $0.kind == .removal })
    }

    @Test("is none for a plain visit")
    func none() {
        #expect(Self.changes("") == [])
        #expect(Self.changes("?page=2#top", by: .extended) == [])
    }

    @Test("mends before it removes, and a little before much")
    func order() {
        let changes = Self.changes("?utm_souce=fb_ad&utm_source=AdWords&ttclid=1")
        #expect(changes.map(\.kind) == changes.map(\.kind).sorted())
        #expect(changes.prefix(2).map(\.to) == ["utm_source", "adwords"])
        #expect(changes.count <= 4)
    }

    @Test("knows what the account's own rules wait for")
    func ownRules() throws {
        let book = RuleBook(
            .classic,
            ownRules: [
                OwnRule(
                    name: "Podcast", conditions: [OwnCondition(.parameter("aff_partner"), .equals, "podcast")],
                    source: .referral)
            ])
        let value = try #require(Self.changes("?aff_partner=podcasts", by: book).first)
        #expect(
            value.text
                == "`aff_partner` was `podcasts`; `podcast` matches your rule “Podcast” and gives Referrals.")
        let key = try #require(Self.changes("?af_partner=podcast", by: book).first)
        #expect(key.to == "aff_partner" && key.rule.name == "Podcast")
    }

    @Test("drops what an own rule found, in whatever case its key is written")
    func ownRuleRemoval() {
        let rule = OwnRule(
            name: "Partner", conditions: [OwnCondition(.parameter("AFF_partner"), .present)], source: .referral)
        let changes = Self.changes("?aff_Partner=x", by: RuleBook(.classic, ownRules: [rule]))
        #expect(changes.map(\.text) == ["Without `aff_Partner` it would be Direct Traffic (rule 8)."])
    }

    @Test("finds Snapchat's click ID in any case")
    func snapchat() {
        #expect(
            Self.changes("?ScCid=1", by: .extended).contains {
                $0.text == "Without `ScCid` it would be Direct Traffic (rule 8)."
            })
        #expect(
            Self.changes("?ScCid=", by: .extended).first?.text
                == "`ScCid` is there but empty; with a value it would be Paid Social (rule 4).")
        #expect(Self.changes("?TTCLID=", by: .extended) == [])
    }

    @Test("is no rule set that an own rule has no place in")
    func placelessRule() {
        let rule = OwnRule(
            name: "Podcast", after: "4a", conditions: [OwnCondition(.parameter("podcast"), .present)], source: .others)
        let other = OwnRule(name: "Podcast", after: "4", conditions: rule.conditions, source: .others)
        func ruleSets(_ rules: [OwnRule]) -> [RuleSet] {
            Self.changes("?podcast=1&ttclid=x", by: RuleBook(.extended, ownRules: rules)).filter { $0.kind == .ruleSet }
                .map(\.ruleSet)
        }
        #expect(ruleSets([other]) == [.classic])
        #expect(ruleSets([rule]) == [])
        #expect(ruleSets([other, rule]) == [])
    }

    @Test("takes no long time over a hostile landing")
    func hostile() {
        let keys = (0..<2_000).map { "utm_sourc\($0)=AdWords" }.joined(separator: "&")
        #expect(Self.changes("?" + keys).count <= 4)
        #expect(Self.changes("?utm_source=" + String(repeating: "AdWords", count: 1_000)).first?.kind == .correction)
        let change = Self.changes("?utm_source=" + String(repeating: "AdWords", count: 1_000)).first
        #expect((change?.text.count ?? 0) < 300)
    }
}
