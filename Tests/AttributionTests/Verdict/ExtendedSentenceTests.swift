import Testing

@testable import Attribution

@Suite("Verdicts of the extended rules and of own rules")
struct ExtendedSentenceTests {
    private static func verdict(
        _ query: String, from referrer: String? = nil, _ userAgent: String? = nil, by book: RuleBook = .extended
    ) -> Verdict {
        Classifier(book).classify(
            Landing(url: "https://clinic.example/flyer" + query, referrer: referrer, userAgent: userAgent),
            ownDomains: OwnDomains([]))
    }

    private static let book = RuleBook(
        .classic,
        ownRules: [
            OwnRule(
                name: "Podcast",
                conditions: [
                    OwnCondition(.parameter("utm_source"), .equals, "podcast"),
                    OwnCondition(.referrerHost, .present, isNegated: true),
                ], source: .referral, subLabel: "Podcasts"),
            OwnRule(
                name: "Flyer",
                conditions: [
                    OwnCondition(.landingPath, .startsWith, "/flyer"),
                    OwnCondition(.referrerHost, .endsWith, ".example.org"),
                ], source: .others),
        ])

    @Test(
        "are told in one plain sentence",
        arguments: [
            (
                verdict("?utm_source=facebook&utm_medium=paid_social"),
                "Paid Social, because utm_medium “paid_social” says that the click was paid for, and utm_source "
                    + "“facebook” names Facebook, a social or video site."
            ),
            (
                verdict("?utm_medium=cpc", from: "https://www.bing.com/"),
                "Paid Search, because utm_medium “cpc” says that the click was paid for, and the visitor came from Bing "
                    + "(www.bing.com), a search engine."
            ),
            (
                verdict("?fbclid=x"),
                "Social Media, because there was no referrer, but the landing carried a Facebook click ID (fbclid)."
            ),
            (
                verdict("?igsh=x"),
                "Social Media, because there was no referrer, but the landing carried an Instagram share ID (igsh)."
            ),
            (
                verdict("?igshid=x"),
                "Social Media, because there was no referrer, but the landing carried an Instagram share ID (igshid)."
            ),
            (
                verdict("", from: nil, "Mozilla/5.0 (iPhone) Instagram 300.0"),
                "Social Media, because there was no referrer, but the page was opened within the Instagram app (user "
                    + "agent “Instagram”)."
            ),
            (
                verdict("?utm_source=ig&utm_medium=social"),
                "Social Media, because utm_source “ig” names Instagram, a social or video site."
            ),
            (
                verdict("?utm_source=Bing"),
                "Organic Search, because utm_source “Bing” names Bing, a search engine."
            ),
            (
                verdict("?UTM_Source=AdWords"),
                "Paid Search, because the landing was tagged as a Google ad (utm_source “AdWords”)."
            ),
            (
                verdict("?utm_source=Podcast", by: book),
                "Referrals (Podcasts), because your rule “Podcast” applies: utm_source is “Podcast” and there "
                    + "is no referrer."
            ),
            (
                verdict("", from: "https://blog.example.org/", by: book),
                "Others, because your rule “Flyer” applies: the landing path is “/flyer” and the referrer is "
                    + "blog.example.org."
            ),
        ] as [(Verdict, String)])
    func sentence(verdict: Verdict, sentence: String) {
        #expect(verdict.sentence == sentence)
    }
}
